using Orleans.Concurrency;

namespace Township.DeductionProposals;

[StatelessWorker, GrainType("deduction-queries")]
sealed class DeductionProposalQueriesGrain(ViewReader views) : QueriesGrain(views, TownshipViews.DeductionProposals), IDeductionProposalQueriesGrain
{
    public Task<Page<DeductionProposalSummary>> List(DeductionProposalFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        RefuseUnless(own: Caller.Roles.Contains(Roles.Cadre) && filter.CadreId == Caller.Subject);
        return Read((connection, township) => connection.DeductionProposals(township, filter, page, cancellationToken), cancellationToken);
    }
}
