using Orleans.Concurrency;

namespace Township.Disclosures;

[StatelessWorker, GrainType("disclosure-queries")]
sealed class DisclosureQueriesGrain(ViewReader views) : QueriesGrain(views, TownshipViews.Disclosures), IDisclosureQueriesGrain
{
    public Task<Page<DisclosureSummary>> List(DisclosureFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, township) => connection.Disclosures(township, filter, page, cancellationToken), cancellationToken);
}
