using System.Globalization;
using System.Text;

namespace Township.Documents;

/// <summary>Prepares texts from outside for printing.</summary>
static class DocumentTexts
{
    /// <summary>
    /// Returns the lines of a text. Invisible characters that change how the text looks (control characters, changes of the writing
    /// direction) become <c>�</c>, so that people sign exactly what they see.
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
