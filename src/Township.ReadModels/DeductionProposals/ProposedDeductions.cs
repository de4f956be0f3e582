namespace Township.DeductionProposals;

/// <summary>The table <c>deduction_proposals</c>: one row per proposed deduction.</summary>
public sealed class ProposedDeductions() : StreamView(
    Table, 1, DeductionProposal.Category,
    StreamTables.Of<ProposedDeduction, DeductionProposalEvent>(
        DeductionProposal.Type.Events))
{
    /// <summary>The table, as queries know it.</summary>
    public const string Table = "deduction_proposals";
}
