using System.Data.Common;

namespace Township.IssueReports;

/// <summary>Questions to <see cref="ReportedIssues"/>, on any connection to the views.</summary>
public static class IssueReportQueries
{
    static readonly Dictionary<string, string> Readers = new() { ["reporter"] = "reporter = @subject", ["taken-by"] = "taken_by = @subject" };

    /// <summary>See <see cref="IIssueReportQueriesGrain.List"/>.</summary>
    public static Task<PartOfList<IssueReportSummary>> IssueReports(
        this DbConnection views, ListScope scope, IssueReportFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        return new ListQuery(ReportedIssues.Table, scope, Readers, ["filed_on", "report"])
            .In("step", filter.Steps)
            .Where("village = ?", filter.VillageId)
            .Where("category = ?", filter.Category)
            .Where("reporter = ?", filter.ReporterId)
            .Where("hearing = ?", filter.HearingId)
            .Where("filed_on >= ?", filter.FiledFrom)
            .Where("filed_on <= ?", filter.FiledTo)
            .Read(
                views, "report, step, reporter_kind, reporter, village, category, filed_on, hearing, issue, placements, answered_on", page,
                c => new IssueReportSummary(
                    c.Text(), c.Name<IssueReportStep>(), c.Name<ReporterKind>(), c.TextOrNull(), c.TextOrNull(), c.Name<IssueCategory>(), c.Day(),
                    c.TextOrNull(), c.NumberOrNull(), c.Number(), c.DayOrNull()),
                cancellationToken);
    }
}
