namespace Township.Townships;

public abstract partial record TownshipState
{
    /// <summary>Rules under which everybody of the township acts.</summary>
    public static ReadRule<TownshipState> Reading { get; } = ReadRule.Of<TownshipState>(id => id == TownshipKey.Id, Roles.InChinese)
        .ViewByTownship()
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
