using System.Text.Json.Serialization;

namespace Township.Notices;

[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(NoticeView))]
[JsonSerializable(typeof(NoticeCommand.Issue))]
[JsonSerializable(typeof(NoticeCommand.Explain))]
[JsonSerializable(typeof(NoticeCommand.TakeEffect))]
[JsonSerializable(typeof(NoticeCommand.Withdraw))]
[JsonSerializable(typeof(NoticeEvent.Issued))]
[JsonSerializable(typeof(NoticeEvent.Explained))]
[JsonSerializable(typeof(NoticeEvent.TookEffect))]
[JsonSerializable(typeof(NoticeEvent.Withdrawn))]
sealed partial class NoticeJson : JsonSerializerContext;
