namespace Township.Draws;

public abstract partial record Draw
{
    /// <summary>
    /// Anybody can compute a draw again: candidates (ids), commitment, seed and winners are published by its rule, a void one with its
    /// reason.
    /// </summary>
    public static ReadRule<Draw> Reading { get; } = ReadRule.Of<Draw>()
        .ViewByAnyone()
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
