using System.Data.Common;

namespace Township.DeductionProposals;

/// <summary>Questions to <see cref="ProposedDeductions"/>, on any connection to the views.</summary>
public static class DeductionProposalQueries
{
    static readonly Dictionary<string, string> Readers = new() { ["cadre"] = "cadre = @subject" };

    /// <summary>See <see cref="IDeductionProposalQueriesGrain.List"/>.</summary>
    public static Task<PartOfList<DeductionProposalSummary>> DeductionProposals(
        this DbConnection views, ListScope scope, DeductionProposalFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        return new ListQuery(ProposedDeductions.Table, scope, Readers, ["proposed_on", "proposal"])
            .In("step", filter.Steps)
            .Where("cadre = ?", filter.CadreId)
            .Where("source_stream = ?", filter.SourceStream)
            .Where("proposed_on >= ?", filter.ProposedFrom)
            .Where("proposed_on <= ?", filter.ProposedTo)
            .Read(
                views, "proposal, step, cadre, rule, source_stream, source_version, source_event, suggested, confirmed_points, proposed_on, decided_by, decided_on", page,
                c => new DeductionProposalSummary(
                    c.Text(), c.Name<DeductionStep>(), c.Text(), c.Text(), new(c.Text(), c.Long(), c.Text()), c.Decimal(), c.DecimalOrNull(),
                    c.Day(), c.TextOrNull(), c.DayOrNull()),
                cancellationToken);
    }
}
