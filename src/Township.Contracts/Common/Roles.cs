using System.Collections.Frozen;
using System.Reflection;

namespace Township;

/// <summary>What people act as. A role holds in one township only; see <see cref="Actor"/>.</summary>
public static class Roles
{
    /// <summary>Efficiency office 效能办: runs the systems day by day.</summary>
    [Title("效能办", "office")]
    public const string Office = "office";

    /// <summary>Leading group 领导小组 and leadership team 班子: approves, and chooses measures.</summary>
    [Title("领导", "leader")]
    public const string Leader = "leader";

    /// <summary>Cadre 干部: acts on their own affairs.</summary>
    [Title("干部", "cadre")]
    public const string Cadre = "cadre";

    /// <summary>Efficiency supervisor 效能监督员: observes and verifies from outside.</summary>
    [Title("效能监督员", "supervisor")]
    public const string Supervisor = "supervisor";

    /// <summary>Auditor 审计: reads everything, changes nothing.</summary>
    [Title("审计员", "auditor")]
    public const string Auditor = "auditor";

    /// <summary>Village informant 村级宣传员: reports issues from a village.</summary>
    [Title("村级宣传员", "informant")]
    public const string Informant = "informant";

    /// <summary>Citizen 群众: acts on their own affairs.</summary>
    [Title("群众", "citizen")]
    public const string Citizen = "citizen";

    /// <summary>
    /// The system itself: records what follows from the calendar or the history alone, and proposes; nothing else. No person has this role.
    /// </summary>
    [Title("系统", "system")]
    public const string System = "system";

    static readonly FrozenDictionary<string, TitleAttribute> Titles = typeof(Roles).GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToFrozenDictionary(f => (string)f.GetRawConstantValue()!, f => TitleAttribute.Of(f)!, StringComparer.Ordinal);

    /// <summary>What people call a role; null when it is none of these.</summary>
    public static TitleAttribute? TitleOf(string role) => Titles.GetValueOrDefault(role);

    /// <summary>One role, or several with <c>", "</c> between, as people read them in Chinese; others than these stay as they are.</summary>
    public static string InChinese(string roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return string.Join('、', roles.Split(", ").Select(r => TitleOf(r)?.Chinese ?? r));
    }
}
