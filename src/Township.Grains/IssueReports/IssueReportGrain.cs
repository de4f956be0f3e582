namespace Township.IssueReports;

[GrainType("issue-report")]
public sealed class IssueReportGrain(SessionServices services) : EventSourcedGrain<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView>(services), IIssueReportGrain;
