namespace Township.Cadres;

public abstract partial record Cadre
{
    static readonly ReadPerson<Cadre> Concerned = new("cadre", (_, stream) => stream.Id, Roles.Cadre);

    /// <summary>A personnel file: leaves and declared relatives are in it.</summary>
    public static ReadRule<Cadre> Reading { get; } = ReadRule.Of<Cadre>(inChinese: Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Concerned)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
