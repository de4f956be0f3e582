namespace Township.Cadres;

/// <summary>What happened to a cadre. Stored; see docs/formats.md before changing anything.</summary>
public abstract record CadreEvent
{
    private CadreEvent() { }

    /// <summary>The cadre was registered.</summary>
    [EventName("cadre.registered")]
    [Title("干部已登记", "Cadre registered")]
    public sealed record Registered(PersonalText Name, Appointment Appointment) : CadreEvent;

    /// <summary>The cadre moved to another post.</summary>
    [EventName("cadre.transferred")]
    [Title("岗位已调整", "Cadre transferred")]
    public sealed record Transferred(Appointment Appointment, PersonalText Reason) : CadreEvent;

    /// <summary>The cadre has a new superior.</summary>
    [EventName("cadre.superior-assigned")]
    [Title("分管领导已确定", "Superior assigned")]
    public sealed record SuperiorAssigned(string Superior, DateOnly EffectiveOn) : CadreEvent;

    /// <summary>A leave was recorded.</summary>
    [EventName("cadre.leave-granted")]
    [Title("请假已登记", "Leave recorded")]
    public sealed record LeaveGranted(CadreLeave Leave) : CadreEvent;

    /// <summary>A leave was cancelled.</summary>
    [EventName("cadre.leave-cancelled")]
    [Title("请假已取消", "Leave cancelled")]
    public sealed record LeaveCancelled(DateOnly From, PersonalText Reason) : CadreEvent;

    /// <summary>A relative was declared.</summary>
    [EventName("cadre.relative-declared")]
    [Title("亲属关系已申报", "Relative declared")]
    public sealed record RelativeDeclared(Relative Relative) : CadreEvent;

    /// <summary>The declaration of a relative was withdrawn.</summary>
    [EventName("cadre.relative-withdrawn")]
    [Title("亲属关系申报已撤销", "Declaration of a relative withdrawn")]
    public sealed record RelativeWithdrawn(string PersonId, PersonalText Reason) : CadreEvent;

    /// <summary>The cadre left the township.</summary>
    [EventName("cadre.departed")]
    [Title("干部已离任", "Cadre departed")]
    public sealed record Departed(DateOnly LeftOn, PersonalText Reason) : CadreEvent;
}
