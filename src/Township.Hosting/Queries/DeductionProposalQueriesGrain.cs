using Orleans.Concurrency;

namespace Township.DeductionProposals;

[StatelessWorker, GrainType("deduction-queries")]
sealed class DeductionProposalQueriesGrain(ViewReader views) : QueriesGrain<DeductionProposal>(views, TownshipViews.DeductionProposals, DeductionProposal.Reading), IDeductionProposalQueriesGrain
{
    public Task<Page<DeductionProposalSummary>> List(DeductionProposalFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read((connection, scope) => connection.DeductionProposals(scope, filter, page, cancellationToken), cancellationToken);
}
