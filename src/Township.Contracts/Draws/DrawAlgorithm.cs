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
    internal const string Tag = "township.draw.v2";

    /// <summary>
    /// The lines that are published when the candidates are fixed: tag, draw, winners, beacon, form of its value, its day, reveal-from
    /// (UTC, yyyy-MM-ddTHH:mm:ssZ), policy, who is left out and why, and the candidates in the order of their UTF-8 bytes.
    /// </summary>
    public static EquatableList<string> Lines(StreamId draw, DrawTerms terms)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentNullException.ThrowIfNull(terms);
        return [
            Tag, draw.ToString(), terms.Winners.ToString(CultureInfo.InvariantCulture), terms.Beacon.Name, terms.Beacon.Form.Describe(),
            terms.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            terms.RevealFrom.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            terms.PolicyVersion,
            terms.Excluded.Count == 0 ? "-" : string.Join(' ', terms.Excluded.OrderBy(e => e.CadreId, Utf8Order.Instance).Select(e => $"{e.CadreId}={Word(e.Ground)}")),
            .. terms.Candidates.Order(Utf8Order.Instance)];
    }

    /// <summary>The commitment, as 64 hexadecimal digits: SHA-256 over the lines.</summary>
    public static string Commit(IEnumerable<string> lines) => Hash(lines);

    /// <summary>The winners, in the order of the draw.</summary>
    public static EquatableList<string> Select(string commitment, string seed, IEnumerable<string> candidates, int winners) =>
        candidates.OrderBy(c => Hash([Tag, commitment, seed, c]), StringComparer.Ordinal).Take(winners).ToEquatableList();

    static string Word(ExclusionGround ground) => ground switch
    {
        ExclusionGround.Leave => "leave",
        ExclusionGround.Exempt => "exempt",
        ExclusionGround.Unpledged => "unpledged",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));
}
