namespace Township.Rosters;

public sealed partial record Roster
{
    /// <summary>Who the cadres of a township are is known in it; ids only.</summary>
    public static ReadRule<Roster> Reading { get; } = ReadRule.Of<Roster>(id => id == RosterKey.Id, Roles.InChinese)
        .ViewByTownship()
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
