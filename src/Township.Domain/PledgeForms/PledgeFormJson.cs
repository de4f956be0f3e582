using System.Text.Json.Serialization;

namespace Township.PledgeForms;

[JsonSerializable(typeof(PledgeForm))]
[JsonSerializable(typeof(PledgeFormView))]
[JsonSerializable(typeof(FormTemplate))]
[JsonSerializable(typeof(PledgeFormCommand.Issue))]
[JsonSerializable(typeof(PledgeFormEvent.Issued))]
sealed partial class PledgeFormJson : JsonSerializerContext;
