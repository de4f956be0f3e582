using System.Diagnostics;
using Township.Cadres;
using Township.PledgeForms;
using Township.Supervisors;
using static Township.Pledges.PledgeCommand;
using Event = Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeStage;

namespace Township.Pledges;

public sealed partial record Pledge
{
    public static IEnumerable<FactRequest> Needs(PledgeCommand command, Pledge state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (PledgeId.Find(context.Stream.Id) is not { } id) return [];
        var actor = context.Actor;
        IEnumerable<FactRequest> always = [Policies.Pledges, Fact<CadreStanding>.Of(id.CadreId)];
        return command switch
        {
            Write or RequestAmendment => [.. always, Fact<PledgeFormVersions>.Of(PledgeFormKey.Id)],
            RecordTransfer => [.. always, Fact<CadreService>.Of(id.CadreId)],
            PledgeCommand.Exempt { Kind: ExemptionKind.Leave } => [.. always, Fact<CadreService>.Of(id.CadreId).Guarded],
            Observe => [.. always, .. Impartiality.Acting<SupervisorStanding>(actor)],
            Verify when CapacityOf(actor, context.Stream) is VerifierCapacity.Supervisor => [.. always, .. Impartiality.Acting<SupervisorStanding>(actor)],
            Verify => [.. always, .. Impartiality.Acting<CadreStanding>(actor)],
            _ => always,
        };
    }

    public static IEnumerable<string> PersonsOf(PledgeCommand command, Pledge state, StreamId stream, Actor actor) =>
        PledgeId.Find(stream.Id)?.CadreId is { } cadre ? [cadre] : [];

    public static Decision<PledgeEvent> Decide(PledgeCommand command, Pledge state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PledgeId.Find(context.Stream.Id) is not { } id ? KernelRefusals.UnknownKey.With(context.Stream.Key)
            : RefuseActor(command, id, context) is { } notEntitled ? notEntitled
            : RefuseCadre(command, id, context) is { } noCadre ? noCadre
            : Decide(command, state, PledgeCase.Of(id, state.Sheet, context));
    }

    static Decision<PledgeEvent> Decide(PledgeCommand command, Pledge state, PledgeCase @case) => (command, state.Stage) switch
    {
        (Write write, Open or Pledged) => DecideWrite(write, @case),
        (RecordStatement statement, Open or Pledged) => DecideStatement(statement, @case),
        (RequestAmendment request, Pledged) => DecideRequest(request, @case),
        (ApproveAmendment approve, Pledged) => DecideApproval(approve, @case),
        (RejectAmendment reject, Pledged) => DecideRejection(reject, @case),
        (RecordTransfer, Pledged) => DecideTransfer(@case),
        (PledgeCommand.Exempt exempt, Open or Pledged) => DecideExempt(exempt, @case),
        (RevokeExemption revoke, PledgeStage.Exempt) => new Event.ExemptionRevoked(revoke.Reason, @case.ActorId),
        (RevokeExemption, _) => PledgeRefusals.NotExempt,
        (RecordDeparture, Open or Pledged) => DecideDeparture(@case),
        (RecordDeparture, Released) => Decision<PledgeEvent>.Nothing,
        (Observe observe, Open or Pledged) => DecideObservation(observe, @case),
        (MarkMissed, Open) => DecideMissed(@case),
        (MarkMissed, Missed) => Decision<PledgeEvent>.Nothing,
        (ReverseMissed reverse, Missed) => new Event.MissedReversed(reverse.Reason, @case.ActorId),
        (ReverseMissed, _) => PledgeRefusals.NotMissed,
        (Verify verify, Pledged) => DecideVerification(verify, @case),
        (ReverseVerification reverse, Verified) => new Event.VerificationReversed(reverse.Reason, @case.ActorId),
        (ReverseVerification, _) => PledgeRefusals.NotVerified,
        var (_, stage) => NotPossibleIn(stage),
    };

    static RefusalReason NotPossibleIn(PledgeStage stage) => stage switch
    {
        Open => PledgeRefusals.NotPledged,
        Pledged => PledgeRefusals.IsPledged,
        Verified => PledgeRefusals.IsVerified,
        Missed => PledgeRefusals.IsMissed,
        PledgeStage.Exempt => PledgeRefusals.IsExempt,
        Released => PledgeRefusals.IsReleased,
        _ => throw new UnreachableException(),
    };
}
