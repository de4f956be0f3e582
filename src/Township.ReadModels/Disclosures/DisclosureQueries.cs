using System.Data.Common;

namespace Township.Disclosures;

/// <summary>Questions to <see cref="PublicDisclosures"/>, on any connection to the views.</summary>
public static class DisclosureQueries
{
    const string Published = $"EXISTS (SELECT 1 FROM {PublicDisclosures.Publications} r "
        + $"WHERE r.township = {PublicDisclosures.Table}.township AND r.disclosure = {PublicDisclosures.Table}.disclosure AND r.text_number = {PublicDisclosures.Table}.text_number)";

    static readonly Dictionary<string, string> Readers = new()
    {
        ["published-for-the-public"] = $"audience = '{nameof(DisclosureAudience.Public)}' AND {Published}",
        ["published-for-villagers"] = $"audience = '{nameof(DisclosureAudience.Villagers)}' AND {Published}",
        ["published-for-cadres"] = $"audience = '{nameof(DisclosureAudience.Cadres)}' AND {Published}",
    };

    /// <summary>See <see cref="IDisclosureQueriesGrain.List"/>.</summary>
    public static Task<PartOfList<DisclosureSummary>> Disclosures(
        this DbConnection views, ListScope scope, DisclosureFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        return new ListQuery(PublicDisclosures.Table, scope, Readers, ["drafted_at", "disclosure"], newestFirst: true)
            .Where("audience = ?", filter.Audience)
            .Where("kind = ?", filter.Kind)
            .In("step", filter.Steps)
            .Where("subject = ?", filter.SubjectStream)
            .WhereAny(
                PublicDisclosures.Publications, $"p.township = {PublicDisclosures.Table}.township AND p.disclosure = {PublicDisclosures.Table}.disclosure",
                ("p.channel = ?", filter.Channel), ("p.published_on >= ?", filter.PublishedFrom), ("p.published_on <= ?", filter.PublishedTo))
            .Read(
                views, "disclosure, step, kind, audience, form, title, subject, revision, text_number, drafted_at, channels, displayed_until, withdrawn_on", page,
                c => new DisclosureSummary(
                    c.Text(), c.Name<DisclosureStep>(), c.Name<DisclosureKind>(), c.Name<DisclosureAudience>(), c.Name<DisclosureForm>(), c.Text(),
                    c.TextOrNull(), c.Number(), c.Number(), c.Time(), c.Names<Channel>(), c.DayOrNull(), c.DayOrNull()),
                cancellationToken);
    }
}
