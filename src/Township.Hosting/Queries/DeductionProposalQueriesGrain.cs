using Orleans.Concurrency;

namespace Township.DeductionProposals;

[StatelessWorker, GrainType("deduction-queries")]
sealed class DeductionProposalQueriesGrain(ViewReader views) : QueriesGrain(views, TownshipViews.DeductionProposals), IDeductionProposalQueriesGrain
{
    static readonly string[] Entitled = [Roles.Office, Roles.Leader, Roles.Auditor];

    public Task<Page<DeductionProposalSummary>> List(DeductionProposalFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        // Roles of another township do not count: reading refuses those who come with them.
        return Caller.Roles.Any(Entitled.Contains) || (Caller.Roles.Contains(Roles.Cadre) && filter.CadreId == Caller.Subject)
            ? Read((connection, township) => connection.DeductionProposals(township, filter, page, cancellationToken), cancellationToken)
            : throw new QueryRefusedException(QueryRefusals.NotEntitled.With(string.Join(", ", Entitled)));
    }
}
