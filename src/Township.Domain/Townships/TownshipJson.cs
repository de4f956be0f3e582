using System.Text.Json.Serialization;

namespace Township.Townships;

[JsonSerializable(typeof(TownshipState))]
[JsonSerializable(typeof(TownshipView))]
[JsonSerializable(typeof(TownshipCommand.Found))]
[JsonSerializable(typeof(TownshipCommand.AdoptPledgePolicy))]
[JsonSerializable(typeof(TownshipCommand.AdoptHearingPolicy))]
[JsonSerializable(typeof(TownshipCommand.AdoptDrawPolicy))]
[JsonSerializable(typeof(TownshipCommand.AdoptPublicNames))]
[JsonSerializable(typeof(TownshipEvent.Founded))]
[JsonSerializable(typeof(TownshipEvent.PledgePolicyAdopted))]
[JsonSerializable(typeof(TownshipEvent.HearingPolicyAdopted))]
[JsonSerializable(typeof(TownshipEvent.DrawPolicyAdopted))]
[JsonSerializable(typeof(TownshipEvent.PublicNamesAdopted))]
[JsonSerializable(typeof(Disclosures.Channel))]
[JsonSerializable(typeof(Draws.Beacon))]
[JsonSerializable(typeof(Draws.NumberGroup))]
[JsonSerializable(typeof(DayOfWeek))]
sealed partial class TownshipJson : JsonSerializerContext;
