using System.Linq.Expressions;
using Orleans.Concurrency;

namespace Township.LivelihoodIssues;

[StatelessWorker, GrainType("livelihood-queries")]
sealed class LivelihoodIssueQueriesGrain(ReadModelReader reader)
    : QueriesGrain<LivelihoodIssue, LivelihoodIssueRow>(reader, LivelihoodIssue.Reading), ILivelihoodIssueQueriesGrain
{
    static readonly ListOrder<LivelihoodIssueRow> ByDay = ListOrder.By((LivelihoodIssueRow r) => r.RaisedOn);

    public Task<Page<LivelihoodIssueRow>> List(LivelihoodIssueFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByDay, page, (rows, _) => rows
        .WhereAsked(filter.Statuses, r => filter.Statuses!.Contains(r.Status))
        .WhereAsked(filter.VillageId, r => r.VillageId == filter.VillageId)
        .WhereAsked(filter.OwnerId, r => r.OwnerId == filter.OwnerId)
        .WhereAsked(filter.RaisedFrom, r => r.RaisedOn >= filter.RaisedFrom)
        .WhereAsked(filter.RaisedTo, r => r.RaisedOn <= filter.RaisedTo), cancellationToken);

    public Task<Page<LivelihoodIssueRow>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByDay, page, (rows, _) => rows.Where(r => r.Status == LivelihoodIssueStatus.Accepted && r.DueOn < on), cancellationToken);

    protected override Expression<Func<LivelihoodIssueRow, bool>> SeenBy(string name, string subject, ReadModelTables tables) => name switch
    {
        "recorded-by" => r => r.RecordedBy == subject,
        "owner" => r => r.OwnerId == subject,
        _ => base.SeenBy(name, subject, tables),
    };
}
