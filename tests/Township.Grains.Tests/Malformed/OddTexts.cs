namespace Township;

/// <summary>Texts that look like another text but differ from it, such as <c>x-2</c> with an invisible character, and damaged ones. If one were accepted, one person could register as two.</summary>
static class OddTexts
{
    public static readonly string[] All =
    [
        .. new[]
        {
            "\u200B", "\u200F", "\u202E", "\u2060", "\u2066", "\uFEFF", "\u00AD", "\u061C", "\u180E", "\U000E0041", // Cf
            "\uFE00", "\uFE0E", "\uFE0F", "\u180B", "\U000E0100", "\U000E01EF", // variation selectors
            "\u034F", "\u115F", "\u1160", "\u17B4", "\u2800", "\u3164", "\uFFA0", // letters and marks that are not seen
            "\0", "\u0007", "\u0085", "\u2028", "\u2029",
        }.SelectMany(odd => new[] { odd + "x-2", "x" + odd + "-2", "x-2" + odd }),
        " x-2", "x-2 ", "x  2", "x-2\u3000", "\u00A0x-2", "x\u00A0-2", "x\u2002-2", "e\u0301-2", "\u212B-2", "\uD83Dx-2", "x-2\uDE00", "x-\uFFFD",
    ];
}
