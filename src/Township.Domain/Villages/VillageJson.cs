using System.Text.Json.Serialization;

namespace Township.Villages;

[JsonSerializable(typeof(Village))]
[JsonSerializable(typeof(VillageView))]
[JsonSerializable(typeof(VillageInformant))]
[JsonSerializable(typeof(VillageInstructor))]
[JsonSerializable(typeof(VillageCommand.Establish))]
[JsonSerializable(typeof(VillageCommand.AppointInformant))]
[JsonSerializable(typeof(VillageCommand.DismissInformant))]
[JsonSerializable(typeof(VillageCommand.StationInstructor))]
[JsonSerializable(typeof(VillageCommand.RecallInstructor))]
[JsonSerializable(typeof(VillageCommand.Abolish))]
[JsonSerializable(typeof(VillageEvent.Established))]
[JsonSerializable(typeof(VillageEvent.InformantAppointed))]
[JsonSerializable(typeof(VillageEvent.InformantDismissed))]
[JsonSerializable(typeof(VillageEvent.InstructorStationed))]
[JsonSerializable(typeof(VillageEvent.InstructorRecalled))]
[JsonSerializable(typeof(VillageEvent.Abolished))]
sealed partial class VillageJson : JsonSerializerContext;
