using Orleans.Concurrency;

namespace Township.LivelihoodIssues;

[StatelessWorker, GrainType("livelihood-queries")]
sealed class LivelihoodIssueQueriesGrain(ViewReader views) : QueriesGrain<LivelihoodIssue>(views, TownshipViews.LivelihoodIssues, LivelihoodIssue.Reading), ILivelihoodIssueQueriesGrain
{
    public Task<Page<LivelihoodIssueSummary>> List(LivelihoodIssueFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.LivelihoodIssues(scope, filter, page, cancellationToken), cancellationToken);

    public Task<Page<LivelihoodIssueSummary>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.LivelihoodIssuesOverdue(scope, on, page, cancellationToken), cancellationToken);
}
