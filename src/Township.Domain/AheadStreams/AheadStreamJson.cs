using System.Text.Json.Serialization;

namespace Township.AheadStreams;

[JsonSerializable(typeof(AheadStream))]
[JsonSerializable(typeof(AheadStreamView))]
[JsonSerializable(typeof(AheadStreamCommand.Acknowledge))]
[JsonSerializable(typeof(AheadStreamEvent.Acknowledged))]
sealed partial class AheadStreamJson : JsonSerializerContext;
