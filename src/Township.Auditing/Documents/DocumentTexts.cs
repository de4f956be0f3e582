using System.Globalization;
using System.Text;

namespace Township.Auditing;

/// <summary>Texts from outside, before they are put on paper.</summary>
static class DocumentTexts
{
    /// <summary>
    /// The lines of a text. What cannot be seen but changes what is seen (control characters, turns of the writing direction) becomes
    /// <c>�</c>: nobody signs what looks like something else.
    /// </summary>
    public static string[] Lines(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes()) shown.Append(IsVisible(rune) ? rune.ToString() : "\uFFFD");
        return shown.ToString().Split('\n');
    }

    static bool IsVisible(Rune rune) => rune.Value is '\n' or '\t'
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            && (rune.Value & 0xFFFE) != 0xFFFE);
}
