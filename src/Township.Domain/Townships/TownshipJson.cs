using System.Text.Json.Serialization;

namespace Township.Townships;

[JsonSerializable(typeof(TownshipState))]
[JsonSerializable(typeof(TownshipView))]
[JsonSerializable(typeof(TownshipCommand.Found))]
[JsonSerializable(typeof(TownshipCommand.AdoptPledgePolicy))]
[JsonSerializable(typeof(TownshipEvent.Founded))]
[JsonSerializable(typeof(TownshipEvent.PledgePolicyAdopted))]
sealed partial class TownshipJson : JsonSerializerContext;
