using Orleans.Concurrency;

namespace Township.Promises;

[StatelessWorker, GrainType("promise-queries")]
sealed class PromiseQueriesGrain(ViewReader views) : QueriesGrain<Promise>(views, TownshipViews.Promises, Promise.Reading), IPromiseQueriesGrain
{
    public Task<Page<PromiseSummary>> List(PromiseFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.Promises(scope, filter, page, cancellationToken), cancellationToken);

    public Task<Page<PromiseSummary>> Due(DateOnly from, DateOnly to, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.PromisesDue(scope, from, to, page, cancellationToken), cancellationToken);

    public Task<Page<PromiseSummary>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.PromisesOverdue(scope, on, page, cancellationToken), cancellationToken);
}
