using Orleans.Concurrency;

namespace Township.Disclosures;

/// <summary>Lists of what a township discloses. Key: the township. What is published is for its audience, the rest for office, leaders and auditors.</summary>
[Alias("disclosure-queries")]
public interface IDisclosureQueriesGrain : IGrainWithStringKey
{
    /// <summary>The disclosures that fit, those drafted last first.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<DisclosureSummary>> List(DisclosureFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which disclosures; what is null restricts nothing. Channel and days hold for one and the same publication, of whichever text.</summary>
/// <param name="Audience">For these 对象.</param>
/// <param name="Kind">Of this kind.</param>
/// <param name="Steps">In one of these states.</param>
/// <param name="SubjectStream">About this, for example <c>hearing/songfan/2026-01</c>.</param>
/// <param name="Channel">Published through this.</param>
/// <param name="PublishedFrom">Published on this day in Asia/Shanghai or later.</param>
/// <param name="PublishedTo">Published on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("disclosure.filter")]
public sealed record DisclosureFilter(
    DisclosureAudience? Audience = null, DisclosureKind? Kind = null, EquatableList<DisclosureStep>? Steps = null, string? SubjectStream = null,
    Channel? Channel = null, DateOnly? PublishedFrom = null, DateOnly? PublishedTo = null);

/// <summary>A disclosure in a list.</summary>
/// <param name="DisclosureId">Its id.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="Kind">What is disclosed.</param>
/// <param name="Audience">For whom 对象.</param>
/// <param name="Form">In which form 形式.</param>
/// <param name="Title">The title that holds.</param>
/// <param name="SubjectStream">What it is about; null for nothing that has a stream.</param>
/// <param name="Revision">The revision of the subject; 0 where it has none.</param>
/// <param name="TextNumber">Which text holds: 1, and one more with every correction.</param>
/// <param name="DraftedAt">When it was drafted first, UTC.</param>
/// <param name="Channels">Through what the text that holds was published, in the order of publication.</param>
/// <param name="DisplayedUntil">The last full day of its display, where it has a period.</param>
/// <param name="WithdrawnOn">When it was withdrawn.</param>
[GenerateSerializer, Immutable, Alias("disclosure.summary")]
public sealed record DisclosureSummary(
    string DisclosureId, DisclosureStep Step, DisclosureKind Kind, DisclosureAudience Audience, DisclosureForm Form, string Title,
    string? SubjectStream, int Revision, int TextNumber, DateTimeOffset DraftedAt, EquatableList<Channel> Channels,
    DateOnly? DisplayedUntil, DateOnly? WithdrawnOn);
