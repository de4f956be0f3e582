using System.Data.Common;

namespace Township.LivelihoodIssues;

/// <summary>Questions to <see cref="RaisedIssues"/>, on any connection to the views.</summary>
public static class LivelihoodIssueQueries
{
    static readonly Dictionary<string, string> Readers = new() { ["recorded-by"] = "recorded_by = @subject", ["owner"] = "owner = @subject" };

    /// <summary>See <see cref="ILivelihoodIssueQueriesGrain.List"/>.</summary>
    public static Task<PartOfList<LivelihoodIssueSummary>> LivelihoodIssues(
        this DbConnection views, ListScope scope, LivelihoodIssueFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        var query = Query(scope).In("step", filter.Steps)
            .Where("village = ?", filter.VillageId)
            .Where("owner = ?", filter.OwnerId)
            .Where("raised_on >= ?", filter.RaisedFrom)
            .Where("raised_on <= ?", filter.RaisedTo);
        return Read(query, views, page, cancellationToken);
    }

    /// <summary>See <see cref="ILivelihoodIssueQueriesGrain.Overdue"/>.</summary>
    public static Task<PartOfList<LivelihoodIssueSummary>> LivelihoodIssuesOverdue(
        this DbConnection views, ListScope scope, DateOnly on, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Read(Query(scope).In<LivelihoodStep>("step", [LivelihoodStep.Accepted]).Where("due_on < ?", on), views, page, cancellationToken);
    }

    static ListQuery Query(ListScope scope) => new(RaisedIssues.Table, scope, Readers, ["raised_on", "issue"]);

    static Task<PartOfList<LivelihoodIssueSummary>> Read(ListQuery query, DbConnection views, PageRequest page, CancellationToken cancellationToken) => query.Read(
        views, "issue, step, title, village, raised_on, owner, due_on, overdue_on, done_on, reopenings", page,
        c => new LivelihoodIssueSummary(
            c.Text(), c.Name<LivelihoodStep>(), c.Text(), c.TextOrNull(), c.Day(), c.TextOrNull(), c.DayOrNull(), c.DayOrNull(), c.DayOrNull(), c.Number()),
        cancellationToken);
}
