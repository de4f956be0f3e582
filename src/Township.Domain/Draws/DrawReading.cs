namespace Township.Draws;

public abstract partial record Draw
{
    /// <summary>
    /// For everybody, so that anybody can compute the draw again: rule D publishes candidates (ids), commitment, seed and winners, and of a
    /// void draw the reason.
    /// </summary>
    public static ReadRule<Draw> Reading { get; } = ReadRule.Of<Draw>(inChinese: Roles.InChinese)
        .ViewByAnyone()
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
