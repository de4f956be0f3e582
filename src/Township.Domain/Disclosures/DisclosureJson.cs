using System.Text.Json.Serialization;

namespace Township.Disclosures;

[JsonSerializable(typeof(Disclosure))]
[JsonSerializable(typeof(DisclosureView))]
[JsonSerializable(typeof(Publication))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(DisclosureCommand.Draft))]
[JsonSerializable(typeof(DisclosureCommand.Review))]
[JsonSerializable(typeof(DisclosureCommand.Approve))]
[JsonSerializable(typeof(DisclosureCommand.SendBack))]
[JsonSerializable(typeof(DisclosureCommand.Publish))]
[JsonSerializable(typeof(DisclosureCommand.Correct))]
[JsonSerializable(typeof(DisclosureCommand.Withdraw))]
[JsonSerializable(typeof(DisclosureEvent.Drafted))]
[JsonSerializable(typeof(DisclosureEvent.Reviewed))]
[JsonSerializable(typeof(DisclosureEvent.Approved))]
[JsonSerializable(typeof(DisclosureEvent.SentBack))]
[JsonSerializable(typeof(DisclosureEvent.Published))]
[JsonSerializable(typeof(DisclosureEvent.Corrected))]
[JsonSerializable(typeof(DisclosureEvent.Withdrawn))]
sealed partial class DisclosureJson : JsonSerializerContext;
