using Orleans.Concurrency;

namespace Township.Promises;

[StatelessWorker, GrainType("promise-queries")]
sealed class PromiseQueriesGrain(ViewReader views) : QueriesGrain(views, TownshipViews.Promises), IPromiseQueriesGrain
{
    public Task<Page<PromiseSummary>> List(PromiseFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, township) => connection.Promises(township, filter, page, cancellationToken), cancellationToken);

    public Task<Page<PromiseSummary>> Due(DateOnly from, DateOnly to, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, township) => connection.PromisesDue(township, from, to, page, cancellationToken), cancellationToken);

    public Task<Page<PromiseSummary>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, township) => connection.PromisesOverdue(township, on, page, cancellationToken), cancellationToken);
}
