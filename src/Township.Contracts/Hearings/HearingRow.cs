using Orleans.Concurrency;

namespace Township.Hearings;

/// <summary>
/// Lists of a township's hearings. Key: the township. Those whose notice is published are for everybody of the township, the rest for
/// office, leaders and auditors.
/// </summary>
[Alias("hearing-queries")]
public interface IHearingQueriesGrain : IGrainWithStringKey
{
    /// <summary>The hearings that fit, by the day on which they open, those without a day first, then by id.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<HearingRow>> List(HearingFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which hearings; what is null restricts nothing.</summary>
/// <param name="Statuses">In one of these states.</param>
/// <param name="OpensFrom">Opening on this day in Asia/Shanghai or later.</param>
/// <param name="OpensTo">Opening on this day or earlier.</param>
/// <param name="FeedbackDueTo">Held and not closed, with feedback due on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("hearing.filter")]
public sealed record HearingFilter(
    EquatableList<HearingStatus>? Statuses = null, DateOnly? OpensFrom = null, DateOnly? OpensTo = null, DateOnly? FeedbackDueTo = null);

/// <summary>One row per hearing; also what lists show. A hearing that is postponed keeps its former time until it has a new one.</summary>
/// <param name="Township">Township 乡镇.</param>
/// <param name="HearingId">Id, for example <c>2026-01</c>.</param>
/// <param name="Status"><c>Preparing</c>, <c>Postponed</c> 延期, <c>Sitting</c>, <c>Held</c>, <c>Closed</c>, <c>Cancelled</c>.</param>
/// <param name="Topic">Topic 议题.</param>
/// <param name="PolicyVersion">Hearing policy under which it is held.</param>
/// <param name="PreparedBy">Who began it; not in lists.</param>
/// <param name="Revision">Counts changes of topic, issues, time and place; 0 until arranged.</param>
/// <param name="OpensAt">Moment at which it is to begin.</param>
/// <param name="Place">Place 地点.</param>
/// <param name="NoticeFrom">Day on which the last required channel published this revision (H3).</param>
/// <param name="EarliestOn">First day on which it may open (H3).</param>
/// <param name="NoticeEnded">Whether the end of the notice period is on record.</param>
/// <param name="Postponements">How often it was postponed.</param>
/// <param name="Confirmed">Representatives 听证代表 confirmed; null until they are, and while they are to be confirmed anew.</param>
/// <param name="Quorum">How many must attend.</param>
/// <param name="Attended">Representatives who attended when it was opened.</param>
/// <param name="Officers">Officers 听证员 who attended then.</param>
/// <param name="Chair">Who chairs.</param>
/// <param name="SatFrom">Moment at which it was opened.</param>
/// <param name="SatUntil">Moment at which the sitting ended.</param>
/// <param name="Entries">Entries of the minutes 笔录.</param>
/// <param name="FeedbackDueOn">Day by which feedback is due (H8).</param>
/// <param name="FeedbackOverdue">Whether it was marked late, since the sitting or the last reopening.</param>
/// <param name="Reopenings">How often it was reopened.</param>
/// <param name="EndedOn">Day on which it was closed or cancelled.</param>
/// <param name="OpensOn">Day of <c>opens_at</c>.</param>
/// <param name="Issues">Issues, those dropped not counted.</param>
/// <param name="IssuesAccountedFor">Those with measure, promise or referral (H7).</param>
/// <param name="Questions">Questions asked 提问.</param>
/// <param name="Unanswered">Questions marked as unanswered.</param>
[GenerateSerializer, Immutable, Alias("hearing.row"), RowTable("hearings"), RowIndex("opens_at"), RowIndex("status", "opens_on"), RowIndex("status", "feedback_due_on")]
public sealed record HearingRow(
    string Township, string HearingId, HearingStatus Status, string Topic, string PolicyVersion, [NotListed] string? PreparedBy, int Revision, DateTimeOffset? OpensAt,
    string? Place, DateOnly? NoticeFrom, DateOnly? EarliestOn, bool NoticeEnded, int Postponements, int? Confirmed, int? Quorum, int? Attended, int? Officers,
    string? Chair, DateTimeOffset? SatFrom, DateTimeOffset? SatUntil, int Entries, DateOnly? FeedbackDueOn, bool FeedbackOverdue, int Reopenings, DateOnly? EndedOn,
    DateOnly? OpensOn, int Issues, int IssuesAccountedFor, int Questions, int Unanswered);
