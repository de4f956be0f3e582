namespace Township.Draws;

/// <summary>
/// Why a cadre of the month is not among the candidates for its report meeting. The record of the cadre must say the same.
/// </summary>
public enum ExclusionGround
{
    /// <summary>请假: on leave on the day of the meeting.</summary>
    Leave,

    /// <summary>豁免: exempt from pledging in the month.</summary>
    Exempt,

    /// <summary>未承诺: has not pledged for the month yet.</summary>
    Unpledged,
}

/// <summary>A cadre of the month who is excluded from the draw.</summary>
/// <param name="CadreId">Who.</param>
/// <param name="Ground">Why.</param>
[GenerateSerializer, Immutable, Alias("draw.exclusion")]
public sealed record Exclusion([Key] string CadreId, ExclusionGround Ground);

/// <summary>Everything that is fixed, and published, before the seed can be known.</summary>
/// <param name="Candidates">Ids, each once, in the order of their UTF-8 bytes.</param>
/// <param name="Excluded">Who is left out, in the same order.</param>
/// <param name="Winners">How many are drawn.</param>
/// <param name="Beacon">Which source publishes the seed, as the policy describes it.</param>
/// <param name="Day">On which day.</param>
/// <param name="RevealFrom">From when the seed can be known, by the beacon's hour on that day; UTC, whole minutes.</param>
/// <param name="PolicyVersion">The draw policy that lists the beacon.</param>
[GenerateSerializer, Immutable, Alias("draw.terms")]
public sealed record DrawTerms(
    EquatableList<string> Candidates, EquatableList<Exclusion> Excluded, int Winners, Beacon Beacon, DateOnly Day, DateTimeOffset RevealFrom, string PolicyVersion);
