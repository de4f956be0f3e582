namespace Township.IssueReports;

/// <summary>A reported issue 上报问题. Key: <c>township/report-id</c>, for example <c>songfan/r-017</c>.</summary>
[Alias("issue-report")]
public interface IIssueReportGrain : IAggregateGrain<IssueReportCommand, IssueReportView>;
