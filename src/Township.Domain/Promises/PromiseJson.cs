using System.Text.Json.Serialization;

namespace Township.Promises;

[JsonSerializable(typeof(Promise))]
[JsonSerializable(typeof(PromiseView))]
[JsonSerializable(typeof(PromiseDue))]
[JsonSerializable(typeof(PromiseCommand.Make))]
[JsonSerializable(typeof(PromiseCommand.Remind))]
[JsonSerializable(typeof(PromiseCommand.Fulfil))]
[JsonSerializable(typeof(PromiseCommand.Extend))]
[JsonSerializable(typeof(PromiseCommand.MarkOverdue))]
[JsonSerializable(typeof(PromiseCommand.Withdraw))]
[JsonSerializable(typeof(PromiseEvent.Made))]
[JsonSerializable(typeof(PromiseEvent.Reminded))]
[JsonSerializable(typeof(PromiseEvent.Fulfilled))]
[JsonSerializable(typeof(PromiseEvent.Extended))]
[JsonSerializable(typeof(PromiseEvent.BecameOverdue))]
[JsonSerializable(typeof(PromiseEvent.Withdrawn))]
sealed partial class PromiseJson : JsonSerializerContext;
