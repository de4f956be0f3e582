namespace Township.Villages;

/// <summary>What happened to a village. Stored; see docs/formats.md before changing anything.</summary>
public abstract record VillageEvent
{
    private VillageEvent() { }

    /// <summary>The village was taken into the system.</summary>
    [EventName("village.established")]
    [Title("村已登记", "Village established")]
    public sealed record Established(string Name, DateOnly On) : VillageEvent;

    /// <summary>An informant was appointed.</summary>
    [EventName("village.informant-appointed")]
    [Title("村级宣传员已聘任", "Informant appointed")]
    public sealed record InformantAppointed(string PersonId, PersonalText Name, DateOnly From) : VillageEvent;

    /// <summary>An informant's service ended.</summary>
    [EventName("village.informant-dismissed")]
    [Title("村级宣传员聘任已结束", "Informant dismissed")]
    public sealed record InformantDismissed(string PersonId, DateOnly On, PersonalText Reason) : VillageEvent;

    /// <summary>A cadre was stationed.</summary>
    [EventName("village.instructor-stationed")]
    [Title("驻村指导员已派驻", "Instructor stationed")]
    public sealed record InstructorStationed(string CadreId, DateOnly From) : VillageEvent;

    /// <summary>A cadre was recalled.</summary>
    [EventName("village.instructor-recalled")]
    [Title("驻村指导员已召回", "Instructor recalled")]
    public sealed record InstructorRecalled(string CadreId, DateOnly On, PersonalText Reason) : VillageEvent;

    /// <summary>The village was abolished, which ended all service in it.</summary>
    [EventName("village.abolished")]
    [Title("村已撤销", "Village abolished")]
    public sealed record Abolished(DateOnly On, PersonalText Reason) : VillageEvent;
}
