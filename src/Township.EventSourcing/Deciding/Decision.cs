namespace Township.EventSourcing;

/// <summary>
/// What a decider answers: events to append, nothing (accepted, and already so), or a refusal.
/// Events, arrays of events, refusals and reasons convert to it, so that a rule reads as a table row.
/// </summary>
public readonly record struct Decision<TEvent>
{
    /// <summary>Accepted, and nothing to write.</summary>
    public static Decision<TEvent> Nothing => new() { Events = [] };

    /// <summary>The events, in order; empty when refused or when nothing changes.</summary>
    public EquatableList<TEvent> Events { get => field ?? []; private init; }

    /// <summary>The reason, when a rule said no.</summary>
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
