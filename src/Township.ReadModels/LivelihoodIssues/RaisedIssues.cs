namespace Township.LivelihoodIssues;

/// <summary>The table <c>livelihood_issues</c>: one row per livelihood issue.</summary>
public sealed class RaisedIssues() : StreamView(
    Table, 1, LivelihoodIssue.Category,
    StreamTables.Of<RaisedIssue, LivelihoodIssueEvent>(AggregateType<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>.Instance.Events))
{
    /// <summary>The table, as queries know it.</summary>
    public const string Table = "livelihood_issues";
}
