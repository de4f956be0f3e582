using Orleans.Concurrency;

namespace Township.IssueReports;

[StatelessWorker, GrainType("issue-report-queries")]
sealed class IssueReportQueriesGrain(ViewReader views) : QueriesGrain<IssueReport>(views, TownshipViews.IssueReports, IssueReport.Reading), IIssueReportQueriesGrain
{
    public Task<Page<IssueReportSummary>> List(IssueReportFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.IssueReports(scope, filter, page, cancellationToken), cancellationToken);
}
