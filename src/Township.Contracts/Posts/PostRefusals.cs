namespace Township.Posts;

/// <summary>Why a command to a post is refused.</summary>
public static class PostRefusals
{
    /// <summary>The post has been abolished. Argument: its id.</summary>
    public static readonly RefusalReason Abolished = new("post.abolished", "岗位 {0} 已撤销。", "The post {0} has been abolished.");

    /// <summary>A duty is named more than once. Argument: the duty.</summary>
    public static readonly RefusalReason DutyTwice = new("post.duty-twice", "职责“{0}”重复。", "The duty '{0}' is named more than once.");
}
