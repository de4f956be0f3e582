using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Township.Draws;

/// <summary>
/// The selection of rule D, recomputable by anyone from what is published (docs/draws.md). All texts are UTF-8, lines end with LF.
/// Every candidate gets the number SHA-256(tag, commitment, seed, candidate); the smallest numbers win. No candidate
/// is favoured as long as nobody could know the seed when the candidates were fixed.
/// </summary>
public static class DrawAlgorithm
{
    const string Tag = "township.draw.v1";

    /// <summary>
    /// The commitment, as 64 hexadecimal digits: SHA-256 over the lines tag, draw, winners, beacon, reveal-from (UTC, yyyy-MM-ddTHH:mm:ssZ),
    /// and the candidates in the order of their UTF-8 bytes.
    /// </summary>
    public static string Commit(StreamId draw, IEnumerable<string> candidates, int winners, string beacon, DateTimeOffset revealFrom)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return Hash([
            Tag, draw.ToString(), winners.ToString(CultureInfo.InvariantCulture), beacon,
            revealFrom.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            .. candidates.Order(Utf8Order.Instance)]);
    }

    /// <summary>The winners, in the order of the draw.</summary>
    public static EquatableList<string> Select(string commitment, string seed, IEnumerable<string> candidates, int winners) =>
        candidates.OrderBy(c => Hash([Tag, commitment, seed, c]), StringComparer.Ordinal).Take(winners).ToEquatableList();

    static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));
}
