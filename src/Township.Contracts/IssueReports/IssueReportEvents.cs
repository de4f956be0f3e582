namespace Township.IssueReports;

/// <summary>What happened to a reported issue. Stored; see docs/formats.md before changing anything.</summary>
public abstract record IssueReportEvent
{
    private IssueReportEvent() { }

    /// <summary>An issue was reported.</summary>
    [EventName("issue-report.filed")]
    public sealed record Filed(
        ReporterKind As, string? ReporterId, PersonalText? ReporterName, string TakenBy, string? VillageId, IssueCategory Category, PersonalText Text,
        DateOnly On) : IssueReportEvent;

    /// <summary>The report went into an issue of a hearing.</summary>
    [EventName("issue-report.consolidated")]
    public sealed record Consolidated(string HearingId, int IssueNumber, string By, DateOnly On) : IssueReportEvent;

    /// <summary>The report is open again.</summary>
    [EventName("issue-report.released")]
    public sealed record Released(string HearingId, int IssueNumber, ReleaseCause Cause, string By, DateOnly On) : IssueReportEvent;

    /// <summary>The report was answered without a hearing.</summary>
    [EventName("issue-report.answered")]
    public sealed record Answered(PersonalText Text, string By, DateOnly On) : IssueReportEvent;
}
