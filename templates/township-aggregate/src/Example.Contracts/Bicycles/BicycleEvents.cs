namespace Example.Bicycles;

/// <summary>What happened to a bicycle. Stored for ever: a name is never changed, a changed shape gets an upcaster.</summary>
public abstract record BicycleEvent
{
    private BicycleEvent() { }

    /// <summary>It was taken into the system.</summary>
    [EventName("bicycle.registered")]
    public sealed record Registered(string Label) : BicycleEvent;

    /// <summary>A cadre borrowed it.</summary>
    [EventName("bicycle.lent")]
    public sealed record Lent(string CadreId, DueDate Due) : BicycleEvent;

    /// <summary>It came back.</summary>
    [EventName("bicycle.returned")]
    public sealed record Returned(string CadreId, PersonalText Condition, bool Late) : BicycleEvent;
#if (deadline)

    /// <summary>The due day passed, and it had not come back.</summary>
    [EventName("bicycle.became-overdue")]
    public sealed record BecameOverdue(string CadreId) : BicycleEvent;
#endif
}
