using System.Diagnostics;
using Township.Notices;
using Event = Township.Measures.MeasureEvent;

namespace Township.Measures;

/// <summary>
/// P5: a measure becomes overdue when its due day has passed without what was ordered. Talks do not: a talk is recorded after it was held,
/// so the calendar alone does not show that it was not held; the office marks it as overdue.
/// </summary>
public abstract partial record Measure : IDeadlineAggregate<MeasureCommand, MeasureEvent>
{
    const string OverdueDeadline = "overdue";

    public static IEnumerable<DeadlineChange> Deadlines(MeasureEvent e, DeadlineSource source) => e switch
    {
        Event.Opened { Kind: MeasureKind.AdmonitionTalk } => [],
        Event.Opened opened => [DeadlineChange.Set(OverdueDeadline, LocalTime.EndOf(opened.Due))],
        // A measure with a delivery in time is not overdue while the decision is pending; after a rejection the deadline applies again.
        Event.ExplanationRejected or Event.RectificationRejected => [DeadlineChange.Revive(OverdueDeadline)],
        Event.BecameOverdue => [DeadlineChange.Clear(OverdueDeadline)],
        Event.Closed or Event.Cancelled => [DeadlineChange.ClearAll],
        Event.ExplanationGiven or Event.ExplanationAccepted or Event.TalkHeld or Event.RectificationReported or Event.RectificationAccepted => [],
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    public static MeasureCommand Due(DueDeadline deadline) => new MeasureCommand.MarkOverdue();

    public static bool IsEarly(Refusal refusal) => refusal?.Code == MeasureRefusals.NotDue.Code;
}
