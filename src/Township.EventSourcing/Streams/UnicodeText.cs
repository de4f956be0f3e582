using System.Buffers;
using System.Globalization;
using System.Text;

namespace Township.EventSourcing;

/// <summary>Tests and conversions of text from outside.</summary>
public static class UnicodeText
{
    /// <summary>Returns whether every surrogate in the text has its partner, so that the text survives UTF-8.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        // Most texts hold no surrogates, and one vectorised search finds that out.
        for (var next = text.IndexOfAnyInRange('\uD800', '\uDFFF'); next >= 0; next = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(text[next..], out _, out var consumed) != OperationStatus.Done) return false;
            text = text[(next + consumed)..];
        }

        return true;
    }

    /// <summary>
    /// Returns whether the text can be compared, so that texts that look the same are equal: it is well-formed and in normalisation form C,
    /// and holds no invisible character, no white space but single spaces within, and no U+FFFD, which replaces a lost character. Ids,
    /// keys, roles and codes must be such texts; free text need not be.
    /// </summary>
    public static bool IsCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Nearly all are printable ASCII without spaces.
        return !text.AsSpan().ContainsAnyExceptInRange('!', '~')
            || (IsWellFormed(text) && !HoldsInvisible(text) && !text.Any(c => c != ' ' && char.IsWhiteSpace(c))
                && text is not ([' ', ..] or [.., ' ']) && !text.Contains("  ", StringComparison.Ordinal)
                && !text.Contains('\uFFFD') && text.IsNormalized(NormalizationForm.FormC));
    }

    /// <summary>
    /// Returns whether the text holds an invisible character: control and format characters, line separators, variation selectors,
    /// other characters that programs may omit when they show a text (Default_Ignorable_Code_Point), and the blank Braille pattern.
    /// White space does not count.
    /// </summary>
    public static bool HoldsInvisible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text.EnumerateRunes().Any(IsInvisible);
    }

    /// <summary>Returns whether a character is one of those of <see cref="HoldsInvisible"/>.</summary>
    public static bool IsInvisible(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || character.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x2060 and <= 0x206F)
            or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>
    /// Returns the text without white space and invisible characters, with wide and other compatibility characters replaced by plain ones
    /// (NFKC). A text with a lone surrogate cannot be normalised; its other characters stay unchanged.
    /// </summary>
    public static string Compact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = IsWellFormed(text) ? text.Normalize(NormalizationForm.FormKC) : text;
        return string.Concat(plain.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r) && !IsInvisible(r)));
    }

    /// <summary>Returns the text for a message: cut to <paramref name="max"/> characters, unprintable ones replaced by <c>�</c>.</summary>
    public static string Printable(string? text, int max)
    {
        if (text is null) return "null";
        var head = text.Length <= max ? text : text[..max] + "…";
        return string.Concat(head.EnumerateRunes().Select(r => Rune.IsControl(r) ? "\uFFFD" : r.ToString()));
    }
}
