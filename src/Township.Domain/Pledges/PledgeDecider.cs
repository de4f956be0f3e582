using System.Diagnostics;
using static Township.Pledges.PledgeCommand;
using static Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeStage;

namespace Township.Pledges;

public sealed partial record Pledge
{
    public static IEnumerable<InputRequest> Needs(PledgeCommand command, StreamId stream, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (PledgeId.Find(stream.Id) is not { } id) return [];
        IEnumerable<InputRequest> always = [Inputs.Township.Of(stream, Townships.TownshipKey.Id), Inputs.Cadre.Of(stream, id.CadreId)];
        return command switch
        {
            Write or RequestAmendment => [.. always, Inputs.PledgeForm.Of(stream, PledgeForms.PledgeFormKey.Id)],
            Observe => [.. always, .. Impartiality.Acting(Inputs.ActingSupervisor, stream, actor)],
            Verify when CapacityOf(actor, stream) is VerifierCapacity.Supervisor => [.. always, .. Impartiality.Acting(Inputs.ActingSupervisor, stream, actor)],
            Verify => [.. always, .. Impartiality.Acting(Inputs.ActingCadre, stream, actor)],
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
        (Write write, Open or Standing) => DecideWrite(write, @case),
        (RecordStatement statement, Open or Standing) => DecideStatement(statement, @case),
        (RequestAmendment request, Standing) => DecideRequest(request, @case),
        (ApproveAmendment approve, Standing) => DecideApproval(approve, @case),
        (RejectAmendment reject, Standing) => DecideRejection(reject, @case),
        (RecordTransfer, Standing) => DecideTransfer(@case),
        (Exempt exempt, Open or Standing) => DecideExempt(exempt, @case),
        (RevokeExemption revoke, Excused) => new ExemptionRevoked(revoke.Reason, @case.ActorId),
        (RevokeExemption, _) => PledgeRefusals.NotExempt,
        (RecordDeparture, Open or Standing) => DecideDeparture(@case),
        (RecordDeparture, Ended) => Decision<PledgeEvent>.Nothing,
        (Observe observe, Open or Standing) => DecideObservation(observe, @case),
        (MarkMissed, Open) => DecideMissed(@case),
        (MarkMissed, Lapsed) => Decision<PledgeEvent>.Nothing,
        (ReverseMissed reverse, Lapsed) => new MissedReversed(reverse.Reason, @case.ActorId),
        (ReverseMissed, _) => PledgeRefusals.NotMissed,
        (Verify verify, Standing) => DecideVerification(verify, @case),
        (ReverseVerification reverse, Checked) => new VerificationReversed(reverse.Reason, @case.ActorId),
        (ReverseVerification, _) => PledgeRefusals.NotVerified,
        var (_, stage) => NotPossibleIn(stage),
    };

    static RefusalReason NotPossibleIn(PledgeStage stage) => stage switch
    {
        Open => PledgeRefusals.NotPledged,
        Standing => PledgeRefusals.IsPledged,
        Checked => PledgeRefusals.IsVerified,
        Lapsed => PledgeRefusals.IsMissed,
        Excused => PledgeRefusals.IsExempt,
        Ended => PledgeRefusals.IsReleased,
        _ => throw new UnreachableException(),
    };
}
