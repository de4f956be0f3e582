using System.Diagnostics;
using Township.Notices;
using static Township.Measures.MeasureEvent;

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
        Opened { Kind: MeasureKind.AdmonitionTalk } => [],
        Opened opened => [DeadlineChange.Set(OverdueDeadline, LocalTime.EndOf(opened.Due))],
        // A measure with a delivery in time is not overdue while the decision is pending; after a rejection the deadline applies again.
        ExplanationRejected or RectificationRejected => [DeadlineChange.Revive(OverdueDeadline)],
        BecameOverdue => [DeadlineChange.Clear(OverdueDeadline)],
        Closed or Cancelled => [DeadlineChange.ClearAll],
        ExplanationGiven or ExplanationAccepted or TalkHeld or RectificationReported or RectificationAccepted => [],
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    public static MeasureCommand Due(DueDeadline deadline) => new MeasureCommand.MarkOverdue();

    public static bool IsEarly(Refusal refusal) => refusal?.Code == MeasureRefusals.NotDue.Code;
}
