using Township.Cadres;

namespace Township.Pledges;

public sealed partial record Pledge
{
    static readonly ReadPerson<Pledge> Concerned = new("cadre", (_, stream) => PledgeId.Find(stream.Id)?.CadreId, Roles.Cadre);

    static readonly ReadPerson<Pledge> Superior =
        ReadPerson.Of<Pledge, CadreStanding>("superior", stream => PledgeId.Find(stream.Id)?.CadreId, cadre => cadre.Superior, Roles.Cadre);

    /// <summary>
    /// For those who observe, verify and approve: supervisors, and the cadre's superior of today. Not for every cadre, because exemptions,
    /// observations and findings are in it. What was corrected is in the history only, so the cadre concerned reads that too.
    /// </summary>
    public static ReadRule<Pledge> Reading { get; } = ReadRule.Of<Pledge>(id => PledgeId.Find(id) is not null, Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor, Roles.Supervisor)
        .ViewBy(Concerned)
        .ViewBy(Superior)
        .History(Roles.Office, Roles.Leader, Roles.Auditor)
        .HistoryBy(Concerned);
}
