using System.Diagnostics;
using Event = Example.Bicycles.BicycleEvent;

namespace Example.Bicycles;

/// <summary>What is lent becomes overdue when its due day is over.</summary>
public abstract partial record Bicycle : IDeadlineAggregate<BicycleCommand, BicycleEvent>
{
    const string OverdueDeadline = "overdue";

    public static IEnumerable<DeadlineChange> Deadlines(BicycleEvent e, DeadlineSource source) => e switch
    {
        Event.Registered => [],
        Event.Lent lent => [DeadlineChange.Set(OverdueDeadline, LocalTime.EndOf(lent.Due))],
        Event.Returned or Event.BecameOverdue => [DeadlineChange.ClearAll],
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    public static BicycleCommand Due(DueDeadline deadline) => new BicycleCommand.MarkOverdue();

    public static bool IsEarly(Refusal refusal) => refusal?.Code == BicycleRefusals.NotDue.Code;
}
