namespace Township.Villages;

public abstract partial record Village
{
    /// <summary>People have to know to whom of their village they can report.</summary>
    public static ReadRule<Village> Reading { get; } = ReadRule.Of<Village>(inChinese: Roles.InChinese)
        .ViewByTownship()
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
