using System.Diagnostics;
using Event = Township.DeductionProposals.DeductionProposalEvent;

namespace Township.DeductionProposals;

/// <summary>A proposed deduction (flow 1): the system proposes from what is on record, a named person decides.</summary>
[Title("扣分建议", "proposed deduction")]
public abstract partial record DeductionProposal : IAggregate<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>
{
    private DeductionProposal() { }

    public sealed record Unproposed : DeductionProposal;

    /// <summary>Waits for a person.</summary>
    /// <param name="Terms">What is proposed.</param>
    public sealed record Proposed(Event.Proposed Terms) : DeductionProposal;

    public sealed record Confirmed(Event.Proposed Terms, Event.Confirmed End) : DeductionProposal;

    public sealed record Dismissed(Event.Proposed Terms, Event.Dismissed End) : DeductionProposal;

    public sealed record Withdrawn(Event.Proposed Terms, Event.Withdrawn End) : DeductionProposal;

    public static string Category => "deduction";

    public static DeductionProposal Initial => new Unproposed();

    public static DeductionProposal Evolve(DeductionProposal state, DeductionProposalEvent e) => (state, e) switch
    {
        (Unproposed, Event.Proposed proposed) => new Proposed(proposed),
        (Proposed pending, Event.Confirmed confirmed) => new Confirmed(pending.Terms, confirmed),
        (Proposed pending, Event.Dismissed dismissed) => new Dismissed(pending.Terms, dismissed),
        (Proposed pending, Event.Withdrawn withdrawn) => new Withdrawn(pending.Terms, withdrawn),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static DeductionProposalView View(DeductionProposal state, StreamId stream) => state switch
    {
        Proposed s => Show(DeductionStatus.Proposed, s.Terms),
        Confirmed s => Show(DeductionStatus.Confirmed, s.Terms, s.End.By, s.End.On, s.End.Reason) with { ConfirmedPoints = s.End.Points },
        Dismissed s => Show(DeductionStatus.Dismissed, s.Terms, s.End.By, s.End.On, s.End.Reason),
        Withdrawn s => Show(DeductionStatus.Withdrawn, s.Terms, s.End.By, s.End.On, s.End.Reason),
        _ => new(DeductionStatus.Unproposed, null, null, null, null, null, null, null, null, null, null, null),
    };

    static DeductionProposalView Show(DeductionStatus status, Event.Proposed terms, string? by = null, DateOnly? on = null, PersonalText? reason = null) =>
        new(status, terms.Source, terms.CadreId, terms.Rule, terms.Points, terms.Text, terms.On, terms.PolicyVersion, null, by, on, reason);
}
