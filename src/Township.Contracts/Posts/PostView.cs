namespace Township.Posts;

/// <summary>The level of a post in the reporting lines.</summary>
public enum PostLevel
{
    /// <summary>一把手</summary>
    TopLeader,

    /// <summary>班子成员</summary>
    TeamMember,

    /// <summary>中层干部</summary>
    MiddleManager,

    /// <summary>一般干部</summary>
    Staff,
}

/// <summary>A post. Title, department and level are null until it is established.</summary>
[GenerateSerializer, Immutable, Alias("post.view")]
public sealed record PostView(string? Title, string? Department, PostLevel? Level, EquatableList<string> Duties, bool Abolished);
