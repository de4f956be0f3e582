using Township.Promises;
using Township.Townships;
using static Township.DeductionProposals.DeductionProposalCommand;
using Event = Township.DeductionProposals.DeductionProposalEvent;

namespace Township.DeductionProposals;

public abstract partial record DeductionProposal
{
    const string OverdueEvent = "promise.became-overdue", Rule = "H7";

    public static IEnumerable<FactRequest> Needs(DeductionProposalCommand command, DeductionProposal state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (DeductionId.Find(context.Stream.Id) is not { } id) return [];
        var source = Fact<PromiseStanding>.Of(id.Promise.ToString()).Guarded;
        return (command, state) switch
        {
            (Propose, Unproposed) => [Policies.Hearings, source],
            (Confirm, Proposed { Terms.CadreId: var cadreId }) => [source, .. Impartiality.CadreAndActor(cadreId, context.Actor)],
            (Dismiss, Proposed { Terms.CadreId: var cadreId }) => Impartiality.CadreAndActor(cadreId, context.Actor),
            (Withdraw, Proposed) => [source],
            _ => [],
        };
    }

    /// <summary>Texts of a proposal are about the cadre whom it concerns; the person who proposes names that cadre.</summary>
    public static IEnumerable<string> PersonsOf(DeductionProposalCommand command, DeductionProposal state, StreamId stream, Actor actor) => state switch
    {
        _ when command is Propose => [],
        Proposed { Terms.CadreId: var cadre } => [cadre],
        Confirmed { Terms.CadreId: var cadre } => [cadre],
        Dismissed { Terms.CadreId: var cadre } => [cadre],
        Withdrawn { Terms.CadreId: var cadre } => [cadre],
        _ => [],
    };

    public static Decision<DeductionProposalEvent> Decide(DeductionProposalCommand command, DeductionProposal state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return DeductionId.Find(context.Stream.Id) is not { } id ? KernelRefusals.UnknownKey.With(context.Stream.Key)
            : RefuseActor(command, context) is { } refusal ? refusal
            : Decide(command, state, id, context);
    }

    static Decision<DeductionProposalEvent> Decide(DeductionProposalCommand command, DeductionProposal state, DeductionId id, DecisionContext context) => (command, state) switch
    {
        (Propose propose, Unproposed) => DecidePropose(propose, id, context),
        (Propose, Proposed or Confirmed or Dismissed or Withdrawn) => DeductionProposalRefusals.AlreadyProposed,
        (_, Unproposed) => DeductionProposalRefusals.NotProposed,
        (Confirm or Dismiss, Proposed { Terms.CadreId: var cadreId })
            when context.RefuseBiased(cadreId, DeductionProposalRefusals.Own, DeductionProposalRefusals.OfRelative) is { } refusal => refusal,
        // Its source may have been reversed since: a proposal without grounds is withdrawn or dismissed, not confirmed.
        (Confirm, Proposed) when !IsMissed(id, context) => DeductionProposalRefusals.NoGrounds.With(id.Promise),
        (Confirm confirm, Proposed { Terms.Points: var points }) when confirm.Points < points.Lowest || confirm.Points > points.Highest =>
            DeductionProposalRefusals.PointsOutOfRange.With(points.Lowest, points.Highest),
        (Confirm confirm, Proposed) => new Event.Confirmed(confirm.Points, context.Actor.Subject, context.Today(), confirm.Reason),
        (Dismiss dismiss, Proposed) => new Event.Dismissed(context.Actor.Subject, context.Today(), dismiss.Reason),
        (Withdraw, Proposed) when IsMissed(id, context) => DeductionProposalRefusals.SourceStands.With(id.Promise),
        (Withdraw withdraw, Proposed) => new Event.Withdrawn(context.Actor.Subject, context.Today(), withdraw.Reason),
        (_, Confirmed or Dismissed or Withdrawn) => DeductionProposalRefusals.Decided,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(DeductionProposalCommand command, DecisionContext context) => command switch
    {
        Confirm or Dismiss => context.RefuseUnless(Roles.Leader),
        _ => context.RefuseUnless(Roles.Office, Roles.System),
    };

    static Decision<DeductionProposalEvent> DecidePropose(Propose propose, DeductionId id, DecisionContext context) =>
        (context.HearingPolicy(), context.Fact<PromiseStanding>(id.Promise.ToString())) switch
        {
            _ when (propose.Source.Stream, propose.Source.EventName) != ($"promise/{context.Stream.Township}/{id.Promise}", OverdueEvent) || propose.Source.Version < 1 =>
                DeductionProposalRefusals.OtherSource.With(id),
            (null, _) => TownshipRefusals.NotFounded.With(context.Stream.Township),
            ({ Values: var values, Version: var version }, { OwnerId: var owner, MissedDues: var missed }) when missed.Contains(id.DueNumber) => new Event.Proposed(
                propose.Source, owner, Rule, new(values.OverduePoints, values.OverduePointsLowest, values.OverduePointsHighest),
                propose.Text, context.Actor.Subject, context.Today(), version),
            _ => DeductionProposalRefusals.NoGrounds.With(id.Promise),
        };

    static bool IsMissed(DeductionId id, DecisionContext context) => context.Fact<PromiseStanding>(id.Promise.ToString())?.MissedDues.Contains(id.DueNumber) == true;
}
