using Township.Notices;

namespace Township.Measures;

public abstract partial record Measure
{
    static readonly ReadPerson<Measure> Concerned = new("cadre", (_, stream) => NoticeId.Find(stream.Id)?.Pledge.CadreId, Roles.Cadre);

    /// <summary>What a cadre explained, and was told in a talk, is between the cadre and those who decide on it.</summary>
    public static ReadRule<Measure> Reading { get; } = ReadRule.Of<Measure>(id => NoticeId.Find(id) is not null, Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Concerned)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
