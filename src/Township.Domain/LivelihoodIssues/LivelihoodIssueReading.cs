namespace Township.LivelihoodIssues;

public abstract partial record LivelihoodIssue
{
    static readonly ReadPerson<LivelihoodIssue> Recorder = new("recorded-by", (state, _) => FileOf(state)?.Terms.By);
    static readonly ReadPerson<LivelihoodIssue> Owner = new("owner", (state, _) => OwnerOf(state), Roles.Cadre);

    /// <summary>
    /// It names the people who raised it and holds their words: for the person who recorded it and those who are responsible. The public is
    /// informed by disclosures.
    /// </summary>
    public static ReadRule<LivelihoodIssue> Reading { get; } = ReadRule.Of<LivelihoodIssue>(inChinese: Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Recorder)
        .ViewBy(Owner)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
