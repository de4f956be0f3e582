namespace Township.DeductionProposals;

public abstract partial record DeductionProposal
{
    static readonly ReadPerson<DeductionProposal> Concerned = new("cadre", (state, _) => TermsOf(state)?.CadreId, Roles.Cadre);

    /// <summary>The cadre concerned reads points, reason and decider; what other people did is in the history.</summary>
    public static ReadRule<DeductionProposal> Reading { get; } = ReadRule.Of<DeductionProposal>(id => DeductionId.Find(id) is not null, Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Concerned)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);

    static DeductionProposalEvent.Proposed? TermsOf(DeductionProposal state) => state switch
    {
        Proposed s => s.Terms,
        Confirmed s => s.Terms,
        Dismissed s => s.Terms,
        Withdrawn s => s.Terms,
        _ => null,
    };
}
