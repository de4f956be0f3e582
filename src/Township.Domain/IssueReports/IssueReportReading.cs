namespace Township.IssueReports;

public abstract partial record IssueReport
{
    static readonly ReadPerson<IssueReport> Reporter = new("reporter", (state, _) => ReportOf(state)?.ReporterId);
    static readonly ReadPerson<IssueReport> Taker = new("taken-by", (state, _) => ReportOf(state)?.TakenBy);

    /// <summary>
    /// People report what others may not like: it is for who reported it, who wrote it down, and those who answer for it.
    /// </summary>
    public static ReadRule<IssueReport> Reading { get; } = ReadRule.Of<IssueReport>()
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Reporter)
        .ViewBy(Taker)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);

    static IssueReportEvent.Filed? ReportOf(IssueReport state) => state switch
    {
        Waiting s => s.Report,
        Placed s => s.Report,
        Settled s => s.Report,
        _ => null,
    };
}
