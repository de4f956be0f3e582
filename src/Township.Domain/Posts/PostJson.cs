using System.Text.Json.Serialization;

namespace Township.Posts;

[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(PostView))]
[JsonSerializable(typeof(PostCommand.Establish))]
[JsonSerializable(typeof(PostCommand.ReviseDuties))]
[JsonSerializable(typeof(PostCommand.Abolish))]
[JsonSerializable(typeof(PostEvent.Established))]
[JsonSerializable(typeof(PostEvent.DutiesRevised))]
[JsonSerializable(typeof(PostEvent.Abolished))]
sealed partial class PostJson : JsonSerializerContext;
