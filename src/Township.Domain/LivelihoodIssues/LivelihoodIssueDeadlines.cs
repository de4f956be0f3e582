using System.Diagnostics;
using Event = Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township.LivelihoodIssues;

/// <summary>A livelihood issue that has a deadline becomes overdue when that day is over.</summary>
public abstract partial record LivelihoodIssue : IDeadlineAggregate<LivelihoodIssueCommand, LivelihoodIssueEvent>
{
    const string OverdueDeadline = "overdue";

    public static IEnumerable<DeadlineChange> Deadlines(LivelihoodIssueEvent e, DeadlineSource source) => e switch
    {
        Event.Accepted { Due: { } due } => [DeadlineChange.Set(OverdueDeadline, LocalTime.EndOf(due))],
        Event.Accepted or Event.BecameOverdue => [DeadlineChange.Clear(OverdueDeadline)],
        Event.Finished => [DeadlineChange.ClearAll],
        Event.Raised or Event.Declined or Event.ProgressReported or Event.Confirmed or Event.Reopened => [],
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    public static LivelihoodIssueCommand Due(DueDeadline deadline) => new LivelihoodIssueCommand.MarkOverdue();

    public static bool IsEarly(Refusal refusal) => refusal?.Code == LivelihoodIssueRefusals.NotDue.Code;
}
