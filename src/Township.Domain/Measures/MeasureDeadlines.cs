using System.Diagnostics;
using Township.Notices;
using static Township.Measures.MeasureEvent;

namespace Township.Measures;

/// <summary>
/// P5: what was ordered and has not come becomes overdue when its day is over. Not for talks: a talk is recorded after it was
/// held, so that the calendar alone does not tell that it was not; the office marks those.
/// </summary>
public abstract partial record Measure : IDeadlineAggregate<MeasureCommand, MeasureEvent>
{
    const string OverdueDeadline = "overdue";

    public static IEnumerable<DeadlineChange> Deadlines(MeasureEvent e, DeadlineSource source) => e switch
    {
        Opened { Kind: MeasureKind.AdmonitionTalk } => [],
        Opened opened => [DeadlineChange.Set(OverdueDeadline, LocalTime.EndOf(opened.Due))],
        // What was delivered in time is not overdue while the decision on it waits; once it is rejected, it is again.
        ExplanationRejected or RectificationRejected => [DeadlineChange.Revive(OverdueDeadline)],
        BecameOverdue => [DeadlineChange.Clear(OverdueDeadline)],
        Closed or Cancelled => [DeadlineChange.ClearAll],
        ExplanationGiven or ExplanationAccepted or TalkHeld or RectificationReported or RectificationAccepted => [],
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    public static MeasureCommand Due(DueDeadline deadline) => new MeasureCommand.MarkOverdue();

    public static bool IsEarly(Refusal refusal) => refusal?.Code == MeasureRefusals.NotDue.Code;
}
