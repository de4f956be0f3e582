using Orleans.Concurrency;

namespace Township.Hearings;

/// <summary>Lists of a township's hearings. Key: the township. Those whose notice is published are for everybody of the township, the rest for office, leaders and auditors.</summary>
[Alias("hearing-queries")]
public interface IHearingQueriesGrain : IGrainWithStringKey
{
    /// <summary>The hearings that fit, by the day on which they open, those without a day first, then by id.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<HearingSummary>> List(HearingFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which hearings; what is null restricts nothing.</summary>
/// <param name="Steps">In one of these states.</param>
/// <param name="OpensFrom">Opening on this day in Asia/Shanghai or later.</param>
/// <param name="OpensTo">Opening on this day or earlier.</param>
/// <param name="FeedbackDueTo">Held and not closed, with feedback due on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("hearing.filter")]
public sealed record HearingFilter(
    EquatableList<HearingStep>? Steps = null, DateOnly? OpensFrom = null, DateOnly? OpensTo = null, DateOnly? FeedbackDueTo = null);

/// <summary>A hearing in a list.</summary>
/// <param name="HearingId">Its id.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="Topic">The topic 议题.</param>
/// <param name="OpensAt">When it begins or began, UTC; null until that is arranged.</param>
/// <param name="Place">Where.</param>
/// <param name="Revision">Of topic, issues, time and place.</param>
/// <param name="EarliestOn">The first day on which it may open; null until every required channel has published this revision.</param>
/// <param name="Issues">How many issues it has, those dropped not counted.</param>
/// <param name="FeedbackDueOn">By when feedback is due; null before the end of the sitting.</param>
/// <param name="EndedOn">When it was closed or cancelled.</param>
[GenerateSerializer, Immutable, Alias("hearing.summary")]
public sealed record HearingSummary(
    string HearingId, HearingStep Step, string Topic, DateTimeOffset? OpensAt, string? Place, int Revision, DateOnly? EarliestOn,
    int Issues, DateOnly? FeedbackDueOn, DateOnly? EndedOn);
