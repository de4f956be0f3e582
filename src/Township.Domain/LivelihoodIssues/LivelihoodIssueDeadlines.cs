using System.Diagnostics;
using static Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township.LivelihoodIssues;

/// <summary>A livelihood issue that has a deadline becomes overdue when that day is over.</summary>
public abstract partial record LivelihoodIssue : IDeadlineAggregate<LivelihoodIssueCommand, LivelihoodIssueEvent>
{
    const string OverdueDeadline = "overdue";

    public static IEnumerable<DeadlineChange> Deadlines(LivelihoodIssueEvent e, DeadlineSource source) => e switch
    {
        Accepted { Due: { } due } => [DeadlineChange.Set(OverdueDeadline, LocalTime.EndOf(due))],
        Accepted or BecameOverdue => [DeadlineChange.Clear(OverdueDeadline)],
        Finished => [DeadlineChange.ClearAll],
        Raised or Declined or ProgressReported or Confirmed or Reopened => [],
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    public static LivelihoodIssueCommand Due(DueDeadline deadline) => new LivelihoodIssueCommand.MarkOverdue();

    public static bool IsEarly(Refusal refusal) => refusal?.Code == LivelihoodIssueRefusals.NotDue.Code;
}
