using System.Text.Json.Serialization;

namespace Township.IssueReports;

[JsonSerializable(typeof(IssueReport))]
[JsonSerializable(typeof(IssueReportView))]
[JsonSerializable(typeof(ReportPlacement))]
[JsonSerializable(typeof(IssueReportCommand.FileIssue))]
[JsonSerializable(typeof(IssueReportCommand.Consolidate))]
[JsonSerializable(typeof(IssueReportCommand.Release))]
[JsonSerializable(typeof(IssueReportCommand.Answer))]
[JsonSerializable(typeof(IssueReportEvent.Filed))]
[JsonSerializable(typeof(IssueReportEvent.Consolidated))]
[JsonSerializable(typeof(IssueReportEvent.Released))]
[JsonSerializable(typeof(IssueReportEvent.Answered))]
sealed partial class IssueReportJson : JsonSerializerContext;
