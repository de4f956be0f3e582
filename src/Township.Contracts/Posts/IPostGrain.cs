namespace Township.Posts;

/// <summary>A post 岗位. Key: <c>township/post-id</c>.</summary>
[Alias("post")]
public interface IPostGrain : IAggregateGrain<PostCommand, PostView>;
