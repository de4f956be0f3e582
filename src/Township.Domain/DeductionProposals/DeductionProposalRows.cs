namespace Township.DeductionProposals;

public abstract partial record DeductionProposal
{
    public static IEnumerable<DeductionProposalRow> Rows(DeductionProposal state, StreamId stream) =>
        TermsOf(state) is { } terms ? [Row(View(state, stream), terms, stream)] : [];

    static DeductionProposalRow Row(DeductionProposalView view, DeductionProposalEvent.Proposed terms, StreamId stream) => new(
        stream.Township, stream.Id, view.Status, terms.CadreId, terms.Rule, terms.Source.Stream, terms.Source.Version, terms.Source.EventName,
        terms.Points.Suggested, terms.Points.Lowest, terms.Points.Highest, terms.On, terms.PolicyVersion, view.ConfirmedPoints, view.DecidedBy, view.DecidedOn);
}
