namespace Township.PledgeForms;

/// <summary>How many items the versions of the uniform form take. Null before the first is issued.</summary>
/// <param name="Versions">All versions, oldest first.</param>
[FactName("pledge-form.versions")]
public sealed record PledgeFormVersions(EquatableList<PledgeFormVersion> Versions)
{
    /// <summary>The version to be used for a month; null when none has been issued for it.</summary>
    public PledgeFormVersion? For(Month month) => Versions.LastOrDefault(v => v.From <= month);
}

/// <summary>A version of the uniform form.</summary>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="From">The first month for which it is used.</param>
/// <param name="MinItems">The fewest items of a pledge.</param>
/// <param name="MaxItems">The most.</param>
public sealed record PledgeFormVersion(int Version, Month From, int MinItems, int MaxItems);
