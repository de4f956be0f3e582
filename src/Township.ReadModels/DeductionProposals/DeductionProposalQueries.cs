using System.Linq.Expressions;
using Orleans.Concurrency;

namespace Township.DeductionProposals;

[StatelessWorker, GrainType("deduction-queries")]
sealed class DeductionProposalQueriesGrain(ReadModelReader reader)
    : QueriesGrain<DeductionProposal, DeductionProposalRow>(reader, DeductionProposal.Reading), IDeductionProposalQueriesGrain
{
    static readonly ListOrder<DeductionProposalRow> ByDay = ListOrder.By((DeductionProposalRow r) => r.ProposedOn);

    public Task<Page<DeductionProposalRow>> List(DeductionProposalFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Read(ByDay, page, (rows, _) => rows
        .WhereAsked(filter.Statuses, r => filter.Statuses!.Contains(r.Status))
        .WhereAsked(filter.CadreId, r => r.CadreId == filter.CadreId)
        .WhereAsked(filter.SourceStream, r => r.SourceStream == filter.SourceStream)
        .WhereAsked(filter.ProposedFrom, r => r.ProposedOn >= filter.ProposedFrom)
        .WhereAsked(filter.ProposedTo, r => r.ProposedOn <= filter.ProposedTo), cancellationToken);

    protected override Expression<Func<DeductionProposalRow, bool>> SeenBy(
        string name, string subject, ReadModelTables tables) => name switch
        {
            "cadre" => r => r.CadreId == subject,
            _ => base.SeenBy(name, subject, tables),
        };
}
