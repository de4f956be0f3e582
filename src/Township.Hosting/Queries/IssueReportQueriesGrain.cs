using Orleans.Concurrency;

namespace Township.IssueReports;

[StatelessWorker, GrainType("issue-report-queries")]
sealed class IssueReportQueriesGrain(ViewReader views) : QueriesGrain(views, TownshipViews.IssueReports), IIssueReportQueriesGrain
{
    public Task<Page<IssueReportSummary>> List(IssueReportFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        RefuseUnless(own: filter.ReporterId == Caller.Subject);
        return Read((connection, township) => connection.IssueReports(township, filter, page, cancellationToken), cancellationToken);
    }
}
