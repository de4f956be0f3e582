using System.Diagnostics;
using Event = Township.Promises.PromiseEvent;

namespace Township.Promises;

/// <summary>H7: the owner of a promise is reminded before its due day, and the promise becomes overdue when that day is over.</summary>
public abstract partial record Promise : IDeadlineAggregate<PromiseCommand, PromiseEvent>
{
    const string RemindDeadline = "remind", OverdueDeadline = "overdue";

    public static IEnumerable<DeadlineChange> Deadlines(PromiseEvent e, DeadlineSource source) => e switch
    {
        Event.Made made => Until(made.Due, made.RemindFrom, made.On),
        Event.Extended extended => Until(extended.Due, extended.RemindFrom, extended.On),
        Event.Reminded => [DeadlineChange.Clear(RemindDeadline)],
        Event.BecameOverdue => [DeadlineChange.Clear(RemindDeadline), DeadlineChange.Clear(OverdueDeadline)],
        Event.Fulfilled or Event.Withdrawn => [DeadlineChange.ClearAll],
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    public static PromiseCommand Due(DueDeadline deadline) => deadline?.Name switch
    {
        RemindDeadline => new PromiseCommand.Remind(),
        OverdueDeadline => new PromiseCommand.MarkOverdue(),
        _ => throw new UnreachableException($"A promise has no deadline '{deadline?.Name}'."),
    };

    public static bool IsEarly(Refusal refusal) => refusal?.Code == PromiseRefusals.NotDue.Code || refusal?.Code == PromiseRefusals.TooEarlyToRemind.Code;

    // A promise that is due so soon that its reminder would be sent on the day it is made needs no reminder from the system.
    static IEnumerable<DeadlineChange> Until(DueDate due, DateOnly remindFrom, DateOnly today) =>
    [
        remindFrom > today ? DeadlineChange.Set(RemindDeadline, LocalTime.StartOf(remindFrom)) : DeadlineChange.Clear(RemindDeadline),
        DeadlineChange.Set(OverdueDeadline, LocalTime.EndOf(due)),
    ];
}
