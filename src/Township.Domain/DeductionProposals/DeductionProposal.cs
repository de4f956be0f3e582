using System.Diagnostics;
using static Township.DeductionProposals.DeductionProposalEvent;

namespace Township.DeductionProposals;

/// <summary>A proposed deduction (flow 1): the system proposes from what is on record, a named person decides.</summary>
public abstract partial record DeductionProposal : IAggregate<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>
{
    private DeductionProposal() { }

    public sealed record Unproposed : DeductionProposal;

    /// <summary>Waits for a person.</summary>
    /// <param name="Terms">What is proposed.</param>
    public sealed record Pending(Proposed Terms) : DeductionProposal;

    public sealed record Granted(Proposed Terms, Confirmed End) : DeductionProposal;

    public sealed record Denied(Proposed Terms, Dismissed End) : DeductionProposal;

    public sealed record Retracted(Proposed Terms, Withdrawn End) : DeductionProposal;

    public static string Category => "deduction";

    public static DeductionProposal Initial => new Unproposed();

    public static DeductionProposal Evolve(DeductionProposal state, DeductionProposalEvent e) => (state, e) switch
    {
        (Unproposed, Proposed proposed) => new Pending(proposed),
        (Pending pending, Confirmed confirmed) => new Granted(pending.Terms, confirmed),
        (Pending pending, Dismissed dismissed) => new Denied(pending.Terms, dismissed),
        (Pending pending, Withdrawn withdrawn) => new Retracted(pending.Terms, withdrawn),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static DeductionProposalView View(DeductionProposal state, StreamId stream) => state switch
    {
        Pending s => Show(DeductionStep.Proposed, s.Terms),
        Granted s => Show(DeductionStep.Confirmed, s.Terms, s.End.By, s.End.On, s.End.Reason) with { ConfirmedPoints = s.End.Points },
        Denied s => Show(DeductionStep.Dismissed, s.Terms, s.End.By, s.End.On, s.End.Reason),
        Retracted s => Show(DeductionStep.Withdrawn, s.Terms, s.End.By, s.End.On, s.End.Reason),
        _ => new(DeductionStep.Open, null, null, null, null, null, null, null, null, null, null, null),
    };

    static DeductionProposalView Show(DeductionStep step, Proposed terms, string? by = null, DateOnly? on = null, PersonalText? reason = null) =>
        new(step, terms.Source, terms.CadreId, terms.Rule, terms.Points, terms.Text, terms.On, terms.PolicyVersion, null, by, on, reason);
}
