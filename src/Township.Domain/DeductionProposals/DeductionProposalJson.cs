using System.Text.Json.Serialization;

namespace Township.DeductionProposals;

[JsonSerializable(typeof(DeductionProposal))]
[JsonSerializable(typeof(DeductionProposalView))]
[JsonSerializable(typeof(DeductionProposalCommand.Propose))]
[JsonSerializable(typeof(DeductionProposalCommand.Confirm))]
[JsonSerializable(typeof(DeductionProposalCommand.Dismiss))]
[JsonSerializable(typeof(DeductionProposalCommand.Withdraw))]
[JsonSerializable(typeof(DeductionProposalEvent.Proposed))]
[JsonSerializable(typeof(DeductionProposalEvent.Confirmed))]
[JsonSerializable(typeof(DeductionProposalEvent.Dismissed))]
[JsonSerializable(typeof(DeductionProposalEvent.Withdrawn))]
sealed partial class DeductionProposalJson : JsonSerializerContext;
