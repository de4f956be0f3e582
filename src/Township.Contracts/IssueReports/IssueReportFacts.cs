namespace Township.IssueReports;

/// <summary>Where a reported issue is. Null before it is filed.</summary>
/// <param name="Status">Where it is.</param>
[FactName("issue-report.standing")]
public sealed record IssueReportStanding(IssueReportStatus Status);
