using System.Linq.Expressions;
using Orleans.Concurrency;

namespace Township.Hearings;

[StatelessWorker, GrainType("hearing-queries")]
sealed class HearingQueriesGrain(ReadModelReader reader) : QueriesGrain<Hearing, HearingRow>(reader, Hearing.Reading), IHearingQueriesGrain
{
    // Hearings without a date first.
    static readonly ListOrder<HearingRow> ByDay = ListOrder.By((HearingRow r) => r.OpensAt ?? DateTimeOffset.MinValue);

    public Task<Page<HearingRow>> List(HearingFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByDay, page, (rows, _) => rows
        .WhereAsked(filter.Statuses, r => filter.Statuses!.Contains(r.Status))
        .WhereAsked(filter.OpensFrom, r => r.OpensOn >= filter.OpensFrom)
        .WhereAsked(filter.OpensTo, r => r.OpensOn <= filter.OpensTo)
        .WhereAsked(filter.FeedbackDueTo,
            r => r.Status == HearingStatus.Held && r.FeedbackDueOn <= filter.FeedbackDueTo), cancellationToken);

    protected override Expression<Func<HearingRow, bool>> SeenBy(string name, string subject, ReadModelTables tables) => name switch
    {
        "notice-published" =>
            r => tables.Of<HearingNoticeRow>().Any(n => n.Township == r.Township && n.HearingId == r.HearingId && n.Holds),
        _ => base.SeenBy(name, subject, tables),
    };
}
