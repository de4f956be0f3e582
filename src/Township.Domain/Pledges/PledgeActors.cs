using Township.Cadres;
using Township.Supervisors;
using Township.Townships;
using static Township.Pledges.PledgeCommand;

namespace Township.Pledges;

public sealed partial record Pledge
{
    static Refusal? RefuseActor(PledgeCommand command, PledgeId id, DecisionContext context) => command switch
    {
        Write or RequestAmendment => IsOwn(id, context) ? null : PledgeRefusals.NotYours.With(id.CadreId),
        RecordStatement or RecordTransfer or RecordDeparture or MarkMissed => context.RefuseUnless(Roles.Office),
        ApproveAmendment or RejectAmendment => RefuseOwn(id, context) ?? RefuseApprover(id, context),
        Exempt or RevokeExemption or ReverseMissed or ReverseVerification => context.RefuseUnless(Roles.Leader) ?? RefuseOwn(id, context),
        Observe => context.RefuseUnless(Roles.Supervisor) ?? RefuseSupervisor(id, context),
        Verify => context.RefuseUnless(Roles.Office, Roles.Leader, Roles.Supervisor) ?? RefuseVerifier(id, context),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static bool IsOwn(PledgeId id, DecisionContext context) => context.Actor.IsPerson(id.CadreId, context.Stream);

    static Refusal? RefuseOwn(PledgeId id, DecisionContext context) => IsOwn(id, context) ? PledgeRefusals.Own.With() : null;

    static Refusal? RefuseApprover(PledgeId id, DecisionContext context) =>
        IsSuperior(id, context) || context.Actor.Is(Roles.Leader, context.Stream) ? null : PledgeRefusals.NotSuperior.With();

    static bool IsSuperior(PledgeId id, DecisionContext context) =>
        context.Fact<CadreStanding>(id.CadreId)?.Superior is { } superior && context.Actor.IsPerson(superior, context.Stream);

    static Refusal? RefuseVerifier(PledgeId id, DecisionContext context) => CapacityOf(context.Actor, context.Stream) is VerifierCapacity.Supervisor
        ? RefuseSupervisor(id, context)
        : context.RefuseBiased(id.CadreId, PledgeRefusals.Own, PledgeRefusals.OfRelative);

    static Refusal? RefuseSupervisor(PledgeId id, DecisionContext context) =>
        (context.Acting<SupervisorStanding>(), context.Fact<CadreStanding>(id.CadreId)) switch
        {
            _ when IsOwn(id, context) => PledgeRefusals.Own,
            (null, _) => CommonRefusals.Unknown.With(context.Actor.Subject),
            (_, null) => CommonRefusals.Unknown.With(id.CadreId),
            ({ DismissedOn: not null }, _) => PledgeRefusals.NotInOffice.With(context.Actor.Subject),
            var (supervisor, _) when supervisor.From > context.Today() => PledgeRefusals.NotInOffice.With(context.Actor.Subject),
            var (supervisor, cadre) =>
                Impartiality.RefuseRelatives(context.Actor.Subject, supervisor.Relatives, id.CadreId, cadre.Relatives, PledgeRefusals.OfRelative),
        };

    // A person who may act in several capacities acts in the first of them.
    static VerifierCapacity? CapacityOf(Actor actor, StreamId stream) =>
        actor.Is(Roles.Office, stream) ? VerifierCapacity.Office
        : actor.Is(Roles.Leader, stream) ? VerifierCapacity.Leader
        : actor.Is(Roles.Supervisor, stream) ? VerifierCapacity.Supervisor
        : null;

    static Refusal? RefuseCadre(PledgeCommand command, PledgeId id, DecisionContext context) =>
        (context.PledgePolicy(), context.Fact<CadreStanding>(id.CadreId)) switch
        {
            (null, _) => TownshipRefusals.NotFounded.With(context.Stream.Township),
            (_, null) => CommonRefusals.Unknown.With(id.CadreId),
            (_, var cadre) when cadre.JoinedOn > id.Month.LastDay => PledgeRefusals.NotInTownship.With(id.CadreId, id.Month),
            (_, var cadre) when cadre.LeftOn < id.Month.FirstDay && command is not RecordDeparture => PledgeRefusals.NotInTownship.With(id.CadreId, id.Month),
            _ => null,
        };
}
