namespace Township.Supervisors;

/// <summary>What happened to an efficiency supervisor. Stored; see docs/formats.md before changing anything.</summary>
public abstract record SupervisorEvent
{
    private SupervisorEvent() { }

    /// <summary>The supervisor was appointed.</summary>
    [EventName("supervisor.appointed")]
    [Title("效能监督员已聘任", "Supervisor appointed")]
    public sealed record Appointed(PersonalText Name, PersonalText Organisation, DateOnly From) : SupervisorEvent;

    /// <summary>A relative was declared.</summary>
    [EventName("supervisor.relative-declared")]
    [Title("亲属关系已申报", "Relative declared")]
    public sealed record RelativeDeclared(Relative Relative) : SupervisorEvent;

    /// <summary>The declaration of a relative was withdrawn.</summary>
    [EventName("supervisor.relative-withdrawn")]
    [Title("亲属关系申报已撤销", "Declaration of a relative withdrawn")]
    public sealed record RelativeWithdrawn(string PersonId, PersonalText Reason) : SupervisorEvent;

    /// <summary>The appointment ended.</summary>
    [EventName("supervisor.dismissed")]
    [Title("聘任已结束", "Appointment ended")]
    public sealed record Dismissed(DateOnly On, PersonalText Reason) : SupervisorEvent;
}
