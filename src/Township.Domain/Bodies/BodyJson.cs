using System.Text.Json.Serialization;

namespace Township.Bodies;

[JsonSerializable(typeof(Body))]
[JsonSerializable(typeof(BodyView))]
[JsonSerializable(typeof(BodySeat))]
[JsonSerializable(typeof(BodyCommand.Form))]
[JsonSerializable(typeof(BodyCommand.ChangeHead))]
[JsonSerializable(typeof(BodyCommand.AddMember))]
[JsonSerializable(typeof(BodyCommand.RemoveMember))]
[JsonSerializable(typeof(BodyEvent.Formed))]
[JsonSerializable(typeof(BodyEvent.HeadChanged))]
[JsonSerializable(typeof(BodyEvent.MemberAdded))]
[JsonSerializable(typeof(BodyEvent.MemberRemoved))]
sealed partial class BodyJson : JsonSerializerContext;
