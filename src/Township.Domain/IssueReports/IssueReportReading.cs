namespace Township.IssueReports;

public abstract partial record IssueReport
{
    static readonly ReadPerson<IssueReport> Reporter = new("reporter", (state, _) => ReportOf(state)?.ReporterId);
    static readonly ReadPerson<IssueReport> Taker = new("taken-by", (state, _) => ReportOf(state)?.TakenBy);

    /// <summary>
    /// Reports can be about other people. Only the person who reported, the person who recorded the report, and the people responsible may
    /// read it.
    /// </summary>
    public static ReadRule<IssueReport> Reading { get; } = ReadRule.Of<IssueReport>(inChinese: Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Reporter)
        .ViewBy(Taker)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);

    static IssueReportEvent.Filed? ReportOf(IssueReport state) => state switch
    {
        Open s => s.Report,
        Consolidated s => s.Report,
        Answered s => s.Report,
        _ => null,
    };
}
