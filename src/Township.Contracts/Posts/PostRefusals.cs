namespace Township.Posts;

/// <summary>Why a post refuses.</summary>
public static class PostRefusals
{
    /// <summary>The post is abolished. Argument: its id.</summary>
    public static readonly RefusalReason Abolished = new("post.abolished", "岗位 {0} 已撤销。", "The post {0} has been abolished.");
}
