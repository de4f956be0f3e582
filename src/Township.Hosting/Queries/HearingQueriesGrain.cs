using Orleans.Concurrency;

namespace Township.Hearings;

[StatelessWorker, GrainType("hearing-queries")]
sealed class HearingQueriesGrain(ViewReader views) : QueriesGrain(views, TownshipViews.Hearings), IHearingQueriesGrain
{
    public Task<Page<HearingSummary>> List(HearingFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, township) => connection.Hearings(township, filter, page, cancellationToken), cancellationToken);
}
