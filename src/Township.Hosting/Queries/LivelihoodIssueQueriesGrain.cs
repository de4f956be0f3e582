using Orleans.Concurrency;

namespace Township.LivelihoodIssues;

[StatelessWorker, GrainType("livelihood-queries")]
sealed class LivelihoodIssueQueriesGrain(ViewReader views) : QueriesGrain(views, TownshipViews.LivelihoodIssues), ILivelihoodIssueQueriesGrain
{
    public Task<Page<LivelihoodIssueSummary>> List(LivelihoodIssueFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, township) => connection.LivelihoodIssues(township, filter, page, cancellationToken), cancellationToken);

    public Task<Page<LivelihoodIssueSummary>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, township) => connection.LivelihoodIssuesOverdue(township, on, page, cancellationToken), cancellationToken);
}
