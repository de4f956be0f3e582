using Orleans.Concurrency;

namespace Township.Hearings;

[StatelessWorker, GrainType("hearing-queries")]
sealed class HearingQueriesGrain(ViewReader views) : QueriesGrain<Hearing>(views, TownshipViews.Hearings, Hearing.Reading), IHearingQueriesGrain
{
    public Task<Page<HearingSummary>> List(HearingFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.Hearings(scope, filter, page, cancellationToken), cancellationToken);
}
