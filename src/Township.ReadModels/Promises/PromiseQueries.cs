using Orleans.Concurrency;

namespace Township.Promises;

[StatelessWorker, GrainType("promise-queries")]
sealed class PromiseQueriesGrain(ReadModelReader reader) : QueriesGrain<Promise, PromiseRow>(reader, Promise.Reading), IPromiseQueriesGrain
{
    static readonly ListOrder<PromiseRow> ByDue = ListOrder.By((PromiseRow r) => r.DueOn);

    // Made and not ended.
    static readonly EquatableList<PromiseStatus> Standing = [PromiseStatus.Made, PromiseStatus.Overdue];

    public Task<Page<PromiseRow>> List(PromiseFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByDue, page, (rows, _) => rows
        .WhereAsked(filter.Statuses, r => filter.Statuses!.Contains(r.Status))
        .WhereAsked(filter.OwnerId, r => r.OwnerId == filter.OwnerId)
        .WhereAsked(filter.HearingId, r => r.HearingId == filter.HearingId)
        .WhereAsked(filter.DueFrom, r => r.DueOn >= filter.DueFrom)
        .WhereAsked(filter.DueTo, r => r.DueOn <= filter.DueTo), cancellationToken);

    public Task<Page<PromiseRow>> Due(DateOnly from, DateOnly to, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByDue, page, (rows, _) => rows.Where(r => Standing.Contains(r.Status) && r.DueOn >= from && r.DueOn <= to), cancellationToken);

    public Task<Page<PromiseRow>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByDue, page, (rows, _) => rows.Where(r => Standing.Contains(r.Status) && r.DueOn < on), cancellationToken);
}
