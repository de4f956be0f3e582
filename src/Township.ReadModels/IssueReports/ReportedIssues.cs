namespace Township.IssueReports;

/// <summary>
/// The tables <c>issue_reports</c>, one row per reported issue, and <c>issue_report_placements</c>, one row per hearing into which it went.
/// </summary>
public sealed class ReportedIssues() : StreamView(
    Table, 1, IssueReport.Category,
    StreamTables.Of<ReportedIssue, IssueReportEvent>(IssueReport.Type.Events))
{
    /// <summary>The table of the reports, as queries know it.</summary>
    public const string Table = "issue_reports";

    /// <summary>The table of their placements.</summary>
    public const string Placements = "issue_report_placements";
}
