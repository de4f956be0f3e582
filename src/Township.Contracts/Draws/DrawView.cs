namespace Township.Draws;

/// <summary>Where a draw stands.</summary>
public enum DrawStatus
{
    /// <summary>Nothing has happened yet.</summary>
    [Title("尚无记录", "open")]
    Open,

    /// <summary>The candidates are fixed; the seed is not yet known.</summary>
    [Title("候选人名单已确定", "candidates fixed")]
    Frozen,

    /// <summary>The winners are known.</summary>
    [Title("已抽定", "drawn")]
    Drawn,

    /// <summary>The draw is void.</summary>
    [Title("已作废", "void")]
    Void,
}

/// <summary>A draw with everything that is needed to recompute it; see <see cref="DrawAlgorithm"/>.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Terms">What was fixed; null until it is frozen.</param>
/// <param name="Commitment">The hash of what was published then.</param>
/// <param name="Seed">The seed in its one text; null until it is revealed.</param>
/// <param name="Winners">The winners, in the order of the draw; they count only while it is not void.</param>
/// <param name="VoidReason">Why it is void.</param>
/// <param name="VoidedAfterSeed">Whether it was declared void after everybody could know its seed.</param>
[GenerateSerializer, Immutable, Alias("draw.view")]
public sealed record DrawView(
    DrawStatus Status,
    DrawTerms? Terms,
    string? Commitment,
    string? Seed,
    EquatableList<string> Winners,
    PersonalText? VoidReason,
    bool VoidedAfterSeed);
