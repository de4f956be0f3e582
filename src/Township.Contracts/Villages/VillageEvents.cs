namespace Township.Villages;

/// <summary>What happened to a village. Stored; see docs/formats.md before changing anything.</summary>
public abstract record VillageEvent
{
    private VillageEvent() { }

    /// <summary>The village was taken into the system.</summary>
    [EventName("village.established")]
    public sealed record Established(string Name, DateOnly On) : VillageEvent;

    /// <summary>An informant was appointed.</summary>
    [EventName("village.informant-appointed")]
    public sealed record InformantAppointed(string PersonId, PersonalText Name, DateOnly From) : VillageEvent;

    /// <summary>An informant's service ended.</summary>
    [EventName("village.informant-dismissed")]
    public sealed record InformantDismissed(string PersonId, DateOnly On, PersonalText Reason) : VillageEvent;

    /// <summary>A cadre was stationed.</summary>
    [EventName("village.instructor-stationed")]
    public sealed record InstructorStationed(string CadreId, DateOnly From) : VillageEvent;

    /// <summary>A cadre was recalled.</summary>
    [EventName("village.instructor-recalled")]
    public sealed record InstructorRecalled(string CadreId, DateOnly On, PersonalText Reason) : VillageEvent;

    /// <summary>The village was abolished, which ended all service in it.</summary>
    [EventName("village.abolished")]
    public sealed record Abolished(DateOnly On, PersonalText Reason) : VillageEvent;
}
