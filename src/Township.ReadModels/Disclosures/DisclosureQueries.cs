using System.Linq.Expressions;
using Orleans.Concurrency;

namespace Township.Disclosures;

[StatelessWorker, GrainType("disclosure-queries")]
sealed class DisclosureQueriesGrain(ReadModelReader reader)
    : QueriesGrain<Disclosure, DisclosureRow>(reader, Disclosure.Reading), IDisclosureQueriesGrain
{
    static readonly ListOrder<DisclosureRow> LastDrafted = ListOrder.ByLast((DisclosureRow r) => r.DraftedAt);

    public Task<Page<DisclosureRow>> List(DisclosureFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read(LastDrafted, page, (rows, tables) => rows
        .WhereAsked(filter.Audience, r => r.Audience == filter.Audience)
        .WhereAsked(filter.Kind, r => r.Kind == filter.Kind)
        .WhereAsked(filter.Statuses, r => filter.Statuses!.Contains(r.Status))
        .WhereAsked(filter.SubjectStream, r => r.Subject == filter.SubjectStream)
        .WhereAsked(Publication(filter), Published(filter, tables)), cancellationToken);

    protected override Expression<Func<DisclosureRow, bool>> SeenBy(string name, string subject, ReadModelTables tables) => name switch
    {
        "published-for-the-public" => PublishedFor(DisclosureAudience.Public, tables),
        "published-for-villagers" => PublishedFor(DisclosureAudience.Villagers, tables),
        "published-for-cadres" => PublishedFor(DisclosureAudience.Cadres, tables),
        _ => base.SeenBy(name, subject, tables),
    };

    static Expression<Func<DisclosureRow, bool>> PublishedFor(DisclosureAudience audience, ReadModelTables tables) =>
        r => r.Audience == audience
        && tables.Of<DisclosurePublicationRow>()
            .Any(p => p.Township == r.Township && p.DisclosureId == r.DisclosureId && p.TextNumber == r.TextNumber);

    static object? Publication(DisclosureFilter filter) => (object?)filter.Channel ?? filter.PublishedFrom ?? filter.PublishedTo;

    // One publication must match all criteria.
    static Expression<Func<DisclosureRow, bool>> Published(DisclosureFilter filter, ReadModelTables tables)
    {
        var publications = tables.Of<DisclosurePublicationRow>()
            .WhereAsked(filter.Channel, p => p.Channel == filter.Channel)
            .WhereAsked(filter.PublishedFrom, p => p.PublishedOn >= filter.PublishedFrom)
            .WhereAsked(filter.PublishedTo, p => p.PublishedOn <= filter.PublishedTo);
        return r => publications.Any(p => p.Township == r.Township && p.DisclosureId == r.DisclosureId);
    }
}
