using System.Text.Json.Serialization;

namespace Township.Cadres;

[JsonSerializable(typeof(Cadre))]
[JsonSerializable(typeof(CadreView))]
[JsonSerializable(typeof(Appointment))]
[JsonSerializable(typeof(CadreLeave))]
[JsonSerializable(typeof(Relative))]
[JsonSerializable(typeof(CadreCommand.Register))]
[JsonSerializable(typeof(CadreCommand.Transfer))]
[JsonSerializable(typeof(CadreCommand.AssignSuperior))]
[JsonSerializable(typeof(CadreCommand.GrantLeave))]
[JsonSerializable(typeof(CadreCommand.CancelLeave))]
[JsonSerializable(typeof(CadreCommand.DeclareRelative))]
[JsonSerializable(typeof(CadreCommand.WithdrawRelative))]
[JsonSerializable(typeof(CadreCommand.Depart))]
[JsonSerializable(typeof(CadreEvent.Registered))]
[JsonSerializable(typeof(CadreEvent.Transferred))]
[JsonSerializable(typeof(CadreEvent.SuperiorAssigned))]
[JsonSerializable(typeof(CadreEvent.LeaveGranted))]
[JsonSerializable(typeof(CadreEvent.LeaveCancelled))]
[JsonSerializable(typeof(CadreEvent.RelativeDeclared))]
[JsonSerializable(typeof(CadreEvent.RelativeWithdrawn))]
[JsonSerializable(typeof(CadreEvent.Departed))]
sealed partial class CadreJson : JsonSerializerContext;
