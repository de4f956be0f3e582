using System.Text;

namespace Township.EventSourcing;

/// <summary>Orders texts by their UTF-8 bytes, as databases do; UTF-16 order differs beyond U+FFFF.</summary>
public sealed class Utf8Order : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static Utf8Order Instance { get; } = new();

    Utf8Order() { }

    /// <summary>Returns the distinct strings in this order.</summary>
    public static string[] Distinct(IEnumerable<string> strings) => strings.ToArray() switch
    {
        // Nearly every text is about one person, often named twice.
        { Length: < 2 } few => few,
        [var one, var same] when one == same => [one],
        var many => [.. many.Distinct(StringComparer.Ordinal).Order(Instance)],
    };

    /// <inheritdoc />
    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? ""));
}
