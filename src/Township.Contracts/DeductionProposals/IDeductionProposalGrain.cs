namespace Township.DeductionProposals;

/// <summary>A proposed deduction. Key: <c>township/</c> and the id that follows from its source; see <see cref="DeductionId"/>.</summary>
[Alias("deduction")]
public interface IDeductionProposalGrain : IAggregateGrain<DeductionProposalCommand, DeductionProposalView>;
