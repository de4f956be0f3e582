using Orleans.Concurrency;

namespace Example.Bicycles;

[StatelessWorker, GrainType("bicycle-queries")]
public sealed class BicycleQueriesGrain(ReadModelReader reader) : QueriesGrain<Bicycle, BicycleRow>(reader, Bicycle.Reading), IBicycleQueriesGrain
{
    static readonly ListOrder<BicycleRow> ByLabel = ListOrder.By((BicycleRow r) => r.Label);

    public Task<Page<BicycleRow>> List(BicycleFilter filter, PageRequest page, CancellationToken cancellationToken) => Read(ByLabel, page, (rows, _) => rows
        .WhereAsked(filter.Status, r => r.Status == filter.Status)
        .WhereAsked(filter.BorrowerId, r => r.BorrowerId == filter.BorrowerId), cancellationToken);
}
