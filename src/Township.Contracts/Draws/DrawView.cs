namespace Township.Draws;

/// <summary>Where a draw stands.</summary>
public enum DrawStep
{
    /// <summary>Nothing has happened yet.</summary>
    Open,

    /// <summary>The candidates are fixed; the seed is not yet known.</summary>
    Frozen,

    /// <summary>The winners are known.</summary>
    Drawn,

    /// <summary>The draw is void.</summary>
    Void,
}

/// <summary>A draw with everything that is needed to recompute it; see <see cref="DrawAlgorithm"/>.</summary>
[GenerateSerializer, Immutable, Alias("draw.view")]
public sealed record DrawView(
    DrawStep Step,
    EquatableList<string> Candidates,
    int WinnersWanted,
    string? Beacon,
    DateTimeOffset? RevealFrom,
    string? Commitment,
    string? Seed,
    EquatableList<string> Winners,
    PersonalText? VoidReason);
