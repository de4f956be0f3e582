using System.Globalization;

namespace Township.Draws;

/// <summary>What was published when the candidates of a draw were fixed, read from its lines alone; see docs/draws.md.</summary>
/// <param name="Draw">The draw's stream.</param>
/// <param name="Winners">How many are drawn.</param>
/// <param name="BeaconName">Which source publishes the seed.</param>
/// <param name="Form">The form of its value.</param>
/// <param name="Day">On which day.</param>
/// <param name="Candidates">The candidates.</param>
/// <param name="Commitment">The hash of the lines.</param>
public sealed record PublishedDraw(
    StreamId Draw, int Winners, string BeaconName, SeedForm Form, DateOnly Day, EquatableList<string> Candidates, string Commitment)
{
    const int FirstCandidate = 9;

    /// <summary>Reads the published text: its lines, each ended by one line feed. Null when it is not what a draw publishes.</summary>
    public static PublishedDraw? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('\n') is not [DrawAlgorithm.Tag, var name, var count, var beacon, var description, var day, _, _, _, _, .., ""] lines) return null;
        var candidates = lines[FirstCandidate..^1];
        return StreamId.TryParse(name, out var draw) && DrawId.Find(draw.Id) is not null && SeedForm.Find(description) is { } form
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var winners) && winners >= 1 && winners <= candidates.Length
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && candidates.All(StreamId.IsValidId) && candidates.Order(Utf8Order.Instance).Distinct(StringComparer.Ordinal).SequenceEqual(candidates)
                ? new(draw, winners, beacon, form, on, candidates.ToEquatableList(), DrawAlgorithm.Commit(lines[..^1]))
                : null;
    }

    /// <summary>Who wins with a seed, in the order of the draw.</summary>
    /// <param name="seed">The seed in its one text.</param>
    public EquatableList<string> WinnersWith(string seed) => DrawAlgorithm.Select(Commitment, seed, Candidates, Winners);
}
