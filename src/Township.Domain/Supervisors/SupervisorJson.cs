using System.Text.Json.Serialization;

namespace Township.Supervisors;

[JsonSerializable(typeof(Supervisor))]
[JsonSerializable(typeof(SupervisorView))]
[JsonSerializable(typeof(Relative))]
[JsonSerializable(typeof(SupervisorCommand.Appoint))]
[JsonSerializable(typeof(SupervisorCommand.DeclareRelative))]
[JsonSerializable(typeof(SupervisorCommand.WithdrawRelative))]
[JsonSerializable(typeof(SupervisorCommand.Dismiss))]
[JsonSerializable(typeof(SupervisorEvent.Appointed))]
[JsonSerializable(typeof(SupervisorEvent.RelativeDeclared))]
[JsonSerializable(typeof(SupervisorEvent.RelativeWithdrawn))]
[JsonSerializable(typeof(SupervisorEvent.Dismissed))]
sealed partial class SupervisorJson : JsonSerializerContext;
