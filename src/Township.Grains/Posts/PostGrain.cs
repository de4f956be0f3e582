namespace Township.Posts;

[GrainType("post")]
public sealed class PostGrain(SessionServices services) : EventSourcedGrain<Post, PostCommand, PostEvent, PostView>(services), IPostGrain;
