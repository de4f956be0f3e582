using System.Text.Json.Serialization;

namespace Township.Townships;

[JsonSerializable(typeof(TownshipState))]
[JsonSerializable(typeof(TownshipView))]
[JsonSerializable(typeof(TownshipCommand.Found))]
[JsonSerializable(typeof(TownshipCommand.AdoptPledgePolicy))]
[JsonSerializable(typeof(TownshipCommand.AdoptHearingPolicy))]
[JsonSerializable(typeof(TownshipCommand.AdoptPublicNames))]
[JsonSerializable(typeof(TownshipEvent.Founded))]
[JsonSerializable(typeof(TownshipEvent.PledgePolicyAdopted))]
[JsonSerializable(typeof(TownshipEvent.HearingPolicyAdopted))]
[JsonSerializable(typeof(TownshipEvent.PublicNamesAdopted))]
[JsonSerializable(typeof(Disclosures.Channel))]
sealed partial class TownshipJson : JsonSerializerContext;
