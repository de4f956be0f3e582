using System.Buffers;
using System.Text;

namespace Township.EventSourcing;

/// <summary>Questions about text that came from outside.</summary>
public static class UnicodeText
{
    /// <summary>Whether every surrogate in the text has its partner, so that it survives UTF-8.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        // Most texts hold no surrogates at all, and finding that out is one vectorised search.
        for (var next = text.IndexOfAnyInRange('\uD800', '\uDFFF'); next >= 0; next = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(text[next..], out _, out var consumed) != OperationStatus.Done) return false;
            text = text[(next + consumed)..];
        }

        return true;
    }

    /// <summary>The text for a message: cut to <paramref name="max"/> characters, unprintable ones replaced by <c>�</c>.</summary>
    public static string Printable(string? text, int max)
    {
        if (text is null) return "null";
        var head = text.Length <= max ? text : text[..max] + "…";
        return string.Concat(head.EnumerateRunes().Select(r => Rune.IsControl(r) ? "\uFFFD" : r.ToString()));
    }
}
