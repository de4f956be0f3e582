using System.Globalization;
using System.Text;

namespace Township;

/// <summary>
/// A text in the form in which names are compared: <see cref="UnicodeText.Compact"/>, in upper case, without the dots between the parts of
/// a name. Knows where each of its characters is in the original text.
/// </summary>
sealed class FoldedName
{
    readonly string _written;
    readonly List<(int Start, int End)> _places = [];

    FoldedName(string written)
    {
        var text = new StringBuilder();
        var elements = StringInfo.ParseCombiningCharacters(written);
        for (var i = 0; i < elements.Length; i++)
        {
            var (start, end) = (elements[i], i + 1 < elements.Length ? elements[i + 1] : written.Length);
            foreach (var rune in UnicodeText.Compact(written[start..end]).ToUpperInvariant().EnumerateRunes().Where(r => !IsDot(r)))
            {
                text.Append(rune);
                _places.AddRange(Enumerable.Repeat((start, end), rune.Utf16SequenceLength));
            }
        }

        (_written, Text) = (written, text.ToString());
    }

    public string Text { get; }

    public static FoldedName Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text);
    }

    /// <summary>The place of a part of the folded text in the original text.</summary>
    public (int Start, int End) Place(int at, int length) => (_places[at].Start, _places[at + length - 1].End);

    /// <summary>Whether a part of the folded text is a whole word. 张三 needs no white space around it, Ann Lee does.</summary>
    public bool IsWhole(int at, int length)
    {
        var (start, end) = Place(at, length);
        return !(start > 0 && HasCase(_written[start]) && HasCase(_written[start - 1]))
            && !(end < _written.Length && HasCase(_written[end - 1]) && HasCase(_written[end]));
    }

    // The dots that are written in names such as 阿不都·热合曼.
    static bool IsDot(Rune rune) => rune.Value is 0x00B7 or 0x2022 or 0x2027 or 0x2219 or 0x22C5 or 0x30FB;

    static bool HasCase(char c) => char.ToUpperInvariant(c) != char.ToLowerInvariant(c);
}
