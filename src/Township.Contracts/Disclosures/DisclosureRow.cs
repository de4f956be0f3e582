using Orleans.Concurrency;

namespace Township.Disclosures;

/// <summary>
/// Lists of what a township discloses. Key: the township. What is published is for its audience, the rest for office, leaders and
/// auditors.
/// </summary>
[Alias("disclosure-queries")]
public interface IDisclosureQueriesGrain : IGrainWithStringKey
{
    /// <summary>The disclosures that fit, those drafted last first.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<DisclosureRow>> List(DisclosureFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>
/// Which disclosures; what is null restricts nothing. Channel and days hold for one and the same publication, of whichever text.
/// </summary>
/// <param name="Audience">For these 对象.</param>
/// <param name="Kind">Of this kind.</param>
/// <param name="Statuses">In one of these states.</param>
/// <param name="SubjectStream">About this, for example <c>hearing/songfan/2026-01</c>.</param>
/// <param name="Channel">Published through this.</param>
/// <param name="PublishedFrom">Published on this day in Asia/Shanghai or later.</param>
/// <param name="PublishedTo">Published on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("disclosure.filter")]
public sealed record DisclosureFilter(
    DisclosureAudience? Audience = null, DisclosureKind? Kind = null, EquatableList<DisclosureStatus>? Statuses = null, string? SubjectStream = null,
    Channel? Channel = null, DateOnly? PublishedFrom = null, DateOnly? PublishedTo = null);

/// <summary>One row per disclosure, with the text that holds; also what lists show.</summary>
/// <param name="Township">Township.</param>
/// <param name="DisclosureId">Id.</param>
/// <param name="Status">
/// <c>Drafted</c>, <c>Reviewed</c>, <c>SentBack</c>, <c>Approved</c> (财务公开报审制), <c>Published</c>, <c>Withdrawn</c>.
/// </param>
/// <param name="Kind">What is disclosed: <c>HearingNotice</c> 听证公告, <c>HearingFeedback</c> 听证反馈, <c>MonthlyScores</c> ….</param>
/// <param name="Audience">For whom 对象: <c>Public</c>, <c>Villagers</c>, <c>Cadres</c>, <c>Concerned</c>.</param>
/// <param name="Form">In which form 形式.</param>
/// <param name="Title">Title that holds.</param>
/// <param name="Subject">Stream that it is about.</param>
/// <param name="Revision">Revision of the subject; 0 where it has none.</param>
/// <param name="Issues">Numbers of the subject's issues, with commas.</param>
/// <param name="TextNumber">1, and one more with each correction 更正.</param>
/// <param name="DraftedBy">Who wrote the text that holds.</param>
/// <param name="DraftedAt">Moment of the first draft.</param>
/// <param name="ReviewedBy">Who reviewed this text 审核.</param>
/// <param name="ApprovedBy">Who approved this text 审批.</param>
/// <param name="WithdrawnOn">Day of the withdrawal 撤回.</param>
/// <param name="DraftedOn">Day of <c>drafted_at</c>.</param>
/// <param name="Channels">Channels of the publications that hold, in the order of publication, with commas.</param>
/// <param name="PublishedOn">Day of the first publication of any text.</param>
/// <param name="DisplayedUntil">Last full day of display, where there is a period.</param>
[GenerateSerializer, Immutable, Alias("disclosure.row"), RowTable("disclosures")]
[RowIndex("audience", "drafted_at"), RowIndex("kind", "drafted_at"), RowIndex("drafted_at"), RowIndex("subject")]
public sealed record DisclosureRow(
    string Township, string DisclosureId, DisclosureStatus Status, DisclosureKind Kind, DisclosureAudience Audience, DisclosureForm Form, string Title,
    string? Subject, int Revision, EquatableList<int> Issues, int TextNumber, string DraftedBy, DateTimeOffset DraftedAt, string? ReviewedBy, string? ApprovedBy,
    DateOnly? WithdrawnOn, DateOnly DraftedOn, EquatableList<Channel> Channels, DateOnly? PublishedOn, DateOnly? DisplayedUntil);

/// <summary>One row per publication on a channel.</summary>
/// <param name="Township">Township.</param>
/// <param name="DisclosureId">Disclosure.</param>
/// <param name="Number">In the order of recording.</param>
/// <param name="Channel">
/// <c>Broadcast</c> 广播, <c>NoticeBoard</c> 公告, <c>TextMessage</c>, <c>Web</c>, <c>DisclosureBoard</c> 政务公开栏, <c>ExplanatoryNotice</c>
/// 告知说明书, <c>MeetingBriefing</c> 会议通报.
/// </param>
/// <param name="TextNumber">Which text was published.</param>
/// <param name="PublishedAt">Moment.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="DisplayedUntil">Last full day of display.</param>
/// <param name="PublishedOn">Day of <c>published_at</c>.</param>
/// <param name="Holds">Whether it is of the text that holds, and not withdrawn.</param>
[RowTable("disclosure_publications"), RowIndex("channel", "published_on")]
public sealed record DisclosurePublicationRow(
    string Township, string DisclosureId, [RowKey] int Number, Channel Channel, int TextNumber, DateTimeOffset PublishedAt, string RecordedBy,
    DateOnly? DisplayedUntil, DateOnly PublishedOn, bool Holds);
