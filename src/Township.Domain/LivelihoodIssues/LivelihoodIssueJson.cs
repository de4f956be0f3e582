using System.Text.Json.Serialization;

namespace Township.LivelihoodIssues;

[JsonSerializable(typeof(LivelihoodIssue))]
[JsonSerializable(typeof(LivelihoodIssueView))]
[JsonSerializable(typeof(LivelihoodIssueCommand.Raise))]
[JsonSerializable(typeof(LivelihoodIssueCommand.Accept))]
[JsonSerializable(typeof(LivelihoodIssueCommand.Decline))]
[JsonSerializable(typeof(LivelihoodIssueCommand.ReportProgress))]
[JsonSerializable(typeof(LivelihoodIssueCommand.Finish))]
[JsonSerializable(typeof(LivelihoodIssueCommand.Confirm))]
[JsonSerializable(typeof(LivelihoodIssueCommand.Reopen))]
[JsonSerializable(typeof(LivelihoodIssueCommand.MarkOverdue))]
[JsonSerializable(typeof(LivelihoodIssueEvent.Raised))]
[JsonSerializable(typeof(LivelihoodIssueEvent.Accepted))]
[JsonSerializable(typeof(LivelihoodIssueEvent.Declined))]
[JsonSerializable(typeof(LivelihoodIssueEvent.ProgressReported))]
[JsonSerializable(typeof(LivelihoodIssueEvent.Finished))]
[JsonSerializable(typeof(LivelihoodIssueEvent.Confirmed))]
[JsonSerializable(typeof(LivelihoodIssueEvent.Reopened))]
[JsonSerializable(typeof(LivelihoodIssueEvent.BecameOverdue))]
sealed partial class LivelihoodIssueJson : JsonSerializerContext;
