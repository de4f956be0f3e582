namespace Township.LivelihoodIssues;

public abstract partial record LivelihoodIssue
{
    static readonly ReadPerson<LivelihoodIssue> Recorder = new("recorded-by", (state, _) => FileOf(state)?.Terms.By);
    static readonly ReadPerson<LivelihoodIssue> Owner = new("owner", (state, _) => OwnerOf(state), Roles.Cadre);

    /// <summary>
    /// Names who raised it, in their own words: for whoever entered it and those who see to it. The public is told by disclosures.
    /// </summary>
    public static ReadRule<LivelihoodIssue> Reading { get; } = ReadRule.Of<LivelihoodIssue>()
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Recorder)
        .ViewBy(Owner)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
