namespace Township.Cadres;

/// <summary>What happened to a cadre. Stored; see docs/formats.md before changing anything.</summary>
public abstract record CadreEvent
{
    private CadreEvent() { }

    /// <summary>The cadre was registered.</summary>
    [EventName("cadre.registered")]
    public sealed record Registered(PersonalText Name, Appointment Appointment) : CadreEvent;

    /// <summary>The cadre moved to another post.</summary>
    [EventName("cadre.transferred")]
    public sealed record Transferred(Appointment Appointment, PersonalText Reason) : CadreEvent;

    /// <summary>The cadre has a new superior.</summary>
    [EventName("cadre.superior-assigned")]
    public sealed record SuperiorAssigned(string Superior, DateOnly EffectiveOn) : CadreEvent;

    /// <summary>A leave was recorded.</summary>
    [EventName("cadre.leave-granted")]
    public sealed record LeaveGranted(CadreLeave Leave) : CadreEvent;

    /// <summary>A leave was cancelled.</summary>
    [EventName("cadre.leave-cancelled")]
    public sealed record LeaveCancelled(DateOnly From, PersonalText Reason) : CadreEvent;

    /// <summary>A relative was declared.</summary>
    [EventName("cadre.relative-declared")]
    public sealed record RelativeDeclared(Relative Relative) : CadreEvent;

    /// <summary>The declaration of a relative was withdrawn.</summary>
    [EventName("cadre.relative-withdrawn")]
    public sealed record RelativeWithdrawn(string PersonId, PersonalText Reason) : CadreEvent;

    /// <summary>The cadre left the township.</summary>
    [EventName("cadre.departed")]
    public sealed record Departed(DateOnly LeftOn, PersonalText Reason) : CadreEvent;
}
