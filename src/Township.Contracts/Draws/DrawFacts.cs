namespace Township.Draws;

/// <summary>A draw whose result is taken over. Null before it exists.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Candidates">The candidates, in their order.</param>
/// <param name="WinnersWanted">How many are drawn.</param>
/// <param name="RevealFrom">From when its seed can be known; null when it was voided before it was frozen.</param>
/// <param name="Commitment">The hash of its terms; null likewise.</param>
/// <param name="Seed">The seed; null until it is revealed.</param>
/// <param name="Winners">The winners; empty until it is drawn.</param>
[FactName("draw.result")]
public sealed record DrawResult(
    DrawStep Status, EquatableList<string> Candidates, int WinnersWanted, DateTimeOffset? RevealFrom, string? Commitment, string? Seed, EquatableList<string> Winners);
