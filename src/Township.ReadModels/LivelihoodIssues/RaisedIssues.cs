namespace Township.LivelihoodIssues;

/// <summary>The table <c>livelihood_issues</c>: one row per livelihood issue.</summary>
public sealed class RaisedIssues() : StreamView(
    Table, 1, LivelihoodIssue.Category,
    StreamTables.Of<RaisedIssue, LivelihoodIssueEvent>(LivelihoodIssue.Type.Events))
{
    /// <summary>The table, as queries know it.</summary>
    public const string Table = "livelihood_issues";
}
