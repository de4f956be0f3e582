namespace Township.IssueReports;

/// <summary>What happened to a reported issue. Stored; see docs/formats.md before changing anything.</summary>
public abstract record IssueReportEvent
{
    private IssueReportEvent() { }

    /// <summary>An issue was reported.</summary>
    [EventName("issue-report.filed")]
    [Title("问题已上报", "Report filed")]
    public sealed record Filed(
        ReporterKind As, string? ReporterId, PersonalText? ReporterName, string TakenBy, string? VillageId, IssueCategory Category, PersonalText Text,
        DateOnly On) : IssueReportEvent;

    /// <summary>The report went into an issue of a hearing.</summary>
    [EventName("issue-report.consolidated")]
    [Title("已并入听证会议题", "Report consolidated into an issue")]
    public sealed record Consolidated(string HearingId, int IssueNumber, string By, DateOnly On) : IssueReportEvent;

    /// <summary>The report is open again.</summary>
    [EventName("issue-report.released")]
    [Title("已退回待办理", "Report released")]
    public sealed record Released(string HearingId, int IssueNumber, ReleaseCause Cause, string By, DateOnly On) : IssueReportEvent;

    /// <summary>The report was answered without a hearing.</summary>
    [EventName("issue-report.answered")]
    [Title("已直接答复", "Report answered")]
    public sealed record Answered(PersonalText Text, string By, DateOnly On) : IssueReportEvent;
}
