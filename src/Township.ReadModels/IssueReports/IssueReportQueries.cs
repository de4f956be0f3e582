using System.Linq.Expressions;
using Orleans.Concurrency;

namespace Township.IssueReports;

[StatelessWorker, GrainType("issue-report-queries")]
sealed class IssueReportQueriesGrain(ReadModelReader reader)
    : QueriesGrain<IssueReport, IssueReportRow>(reader, IssueReport.Reading), IIssueReportQueriesGrain
{
    static readonly ListOrder<IssueReportRow> ByDay = ListOrder.By((IssueReportRow r) => r.FiledOn);

    public Task<Page<IssueReportRow>> List(IssueReportFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByDay, page, (rows, _) => rows
        .WhereAsked(filter.Statuses, r => filter.Statuses!.Contains(r.Status))
        .WhereAsked(filter.VillageId, r => r.VillageId == filter.VillageId)
        .WhereAsked(filter.Category, r => r.Category == filter.Category)
        .WhereAsked(filter.ReporterId, r => r.ReporterId == filter.ReporterId)
        .WhereAsked(filter.HearingId, r => r.HearingId == filter.HearingId)
        .WhereAsked(filter.FiledFrom, r => r.FiledOn >= filter.FiledFrom)
        .WhereAsked(filter.FiledTo, r => r.FiledOn <= filter.FiledTo), cancellationToken);

    protected override Expression<Func<IssueReportRow, bool>> SeenBy(string name, string subject, ReadModelTables tables) => name switch
    {
        "reporter" => r => r.ReporterId == subject,
        "taken-by" => r => r.TakenBy == subject,
        _ => base.SeenBy(name, subject, tables),
    };
}
