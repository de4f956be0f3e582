using Township.Hearings;
using Township.LivelihoodIssues;
using Township.Measures;
using Township.Promises;

namespace Township;

/// <summary>Every kind of aggregate that has deadlines.</summary>
public static class TownshipDeadlines
{
    /// <summary>
    /// The version of the <c>deadlines</c> view. Raise it whenever <see cref="All"/> gets a member, or the same events of one give
    /// other deadlines: the view is then made anew from the whole history, beside the old one.
    /// </summary>
    public const int Version = 3;

    /// <summary>All of them, in the order of their categories.</summary>
    public static IReadOnlyList<IDeadlineType> All { get; } =
    [
        DeadlineType<Hearing, HearingCommand, HearingEvent, HearingView>.Instance,
        DeadlineType<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>.Instance,
        DeadlineType<Measure, MeasureCommand, MeasureEvent, MeasureView>.Instance,
        DeadlineType<Promise, PromiseCommand, PromiseEvent, PromiseView>.Instance,
    ];
}
