namespace Township.Supervisors;

public abstract partial record Supervisor
{
    static readonly ReadPerson<Supervisor> Concerned = new("supervisor", (_, stream) => stream.Id, Roles.Supervisor);

    /// <summary>Declared relatives are in it.</summary>
    public static ReadRule<Supervisor> Reading { get; } = ReadRule.Of<Supervisor>(inChinese: Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Concerned)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
