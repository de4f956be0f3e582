namespace Township.Posts;

public abstract partial record Post
{
    /// <summary>Posts and their duties are known in the township.</summary>
    public static ReadRule<Post> Reading { get; } = ReadRule.Of<Post>(inChinese: Roles.InChinese)
        .ViewByTownship()
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
