using System.Text.Json.Serialization;

namespace Township.Rosters;

[JsonSerializable(typeof(Roster))]
[JsonSerializable(typeof(RosterView))]
[JsonSerializable(typeof(RosterCommand.Enter))]
[JsonSerializable(typeof(RosterEvent.Entered))]
[JsonSerializable(typeof(string))]
sealed partial class RosterJson : JsonSerializerContext;
