using Orleans.Concurrency;

namespace Township.Disclosures;

[StatelessWorker, GrainType("disclosure-queries")]
sealed class DisclosureQueriesGrain(ViewReader views) : QueriesGrain<Disclosure>(views, TownshipViews.Disclosures, Disclosure.Reading), IDisclosureQueriesGrain
{
    public Task<Page<DisclosureSummary>> List(DisclosureFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.Disclosures(scope, filter, page, cancellationToken), cancellationToken);
}
