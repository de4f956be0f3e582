namespace Township.Draws;

/// <summary>A draw, for the meeting or hearing that uses its result. Null until it is frozen.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="RevealFrom">From when its seed can be known.</param>
/// <param name="Candidates">The candidates, in their order.</param>
/// <param name="Commitment">The hash of its terms.</param>
/// <param name="Seed">The seed; null until it is revealed.</param>
/// <param name="Winners">The winners; empty until it is drawn.</param>
[FactName("draw.result")]
public sealed record DrawResult(
    DrawStatus Status, DateTimeOffset RevealFrom, EquatableList<string> Candidates, string Commitment, string? Seed, EquatableList<string> Winners);
