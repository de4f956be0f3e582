namespace Township.DeductionProposals;

[GrainType("deduction")]
public sealed class DeductionProposalGrain(SessionServices services) : EventSourcedGrain<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>(services), IDeductionProposalGrain;
