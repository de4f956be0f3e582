namespace Township;

/// <summary>What people act as. A role holds in one township only; see <see cref="Actor"/>.</summary>
public static class Roles
{
    /// <summary>Efficiency office 效能办: runs the systems day by day.</summary>
    public const string Office = "office";

    /// <summary>Leading group 领导小组 and leadership team 班子: approves, and chooses measures.</summary>
    public const string Leader = "leader";

    /// <summary>Cadre 干部: acts on their own affairs.</summary>
    public const string Cadre = "cadre";

    /// <summary>Efficiency supervisor 效能监督员: observes and verifies from outside.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Auditor 审计: reads everything, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Village informant 村级宣传员: reports issues from a village.</summary>
    public const string Informant = "informant";

    /// <summary>Citizen 群众: acts on their own affairs.</summary>
    public const string Citizen = "citizen";

    /// <summary>
    /// The system itself: records what follows from the calendar or the history alone, and proposes; nothing else. No person has this role.
    /// </summary>
    public const string System = "system";
}
