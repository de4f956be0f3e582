namespace Township.IssueReports;

public abstract partial record IssueReport
{
    static readonly ReadPerson<IssueReport> Reporter = new("reporter", (state, _) => ReportOf(state)?.ReporterId);
    static readonly ReadPerson<IssueReport> Taker = new("taken-by", (state, _) => ReportOf(state)?.TakenBy);

    /// <summary>
    /// People report what others may not like: a report is for the person who reported it, the person who recorded it, and those who are
    /// responsible.
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
