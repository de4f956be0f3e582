namespace Township.EventSourcing;

/// <summary>
/// The result of a decision: events to append, nothing (accepted, and already the case), or a refusal. Events, arrays of events, refusals
/// and reasons convert implicitly, so that a rule reads as a table row.
/// </summary>
public readonly record struct Decision<TEvent>
{
    /// <summary>Accepted without events.</summary>
    public static Decision<TEvent> Nothing => new() { Events = [] };

    /// <summary>The events, in order; empty when refused or when nothing changes.</summary>
    public EquatableList<TEvent> Events { get => field ?? []; private init; }

    /// <summary>The refusal; null when accepted.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>One event.</summary>
    public static implicit operator Decision<TEvent>(TEvent e) => new() { Events = [e] };

    /// <summary>Several events, in order.</summary>
    public static implicit operator Decision<TEvent>(TEvent[] events) => new() { Events = events.ToEquatableList() };

    /// <summary>A refusal.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new() { Refusal = refusal };

    /// <summary>A refusal without arguments.</summary>
    public static implicit operator Decision<TEvent>(RefusalReason reason) => new() { Refusal = reason };
}
