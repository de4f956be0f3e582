using System.Text.Json.Serialization;

namespace Example.Bicycles;

[JsonSerializable(typeof(Bicycle))]
[JsonSerializable(typeof(BicycleView))]
[JsonSerializable(typeof(BicycleCommand.Register))]
[JsonSerializable(typeof(BicycleCommand.Lend))]
[JsonSerializable(typeof(BicycleCommand.Return))]
[JsonSerializable(typeof(BicycleEvent.Registered))]
[JsonSerializable(typeof(BicycleEvent.Lent))]
[JsonSerializable(typeof(BicycleEvent.Returned))]
#if (deadline)
[JsonSerializable(typeof(BicycleCommand.MarkOverdue))]
[JsonSerializable(typeof(BicycleEvent.BecameOverdue))]
#endif
sealed partial class BicycleJson : JsonSerializerContext;
