using Township.Posts;
using Township.Rosters;
using static Township.Cadres.CadreCommand;
using Event = Township.Cadres.CadreEvent;

namespace Township.Cadres;

public abstract partial record Cadre
{
    public static IEnumerable<FactRequest> Needs(CadreCommand command, Cadre state, DecisionContext context) => command switch
    {
        Register register => [Fact<RosterCadres>.Of(RosterKey.Id), Fact<PostStanding>.Of(register.PostId), .. SuperiorsOf(register.Superior, context)],
        Transfer transfer => [Fact<PostStanding>.Of(transfer.PostId), .. SuperiorsOf(transfer.Superior, context)],
        AssignSuperior assign => SuperiorsOf(assign.Superior, context),
        _ => [],
    };

    public static IEnumerable<string> PersonsOf(CadreCommand command, Cadre state, StreamId stream, Actor actor) => [stream.Id];

    public static Decision<CadreEvent> Decide(CadreCommand command, Cadre state, DecisionContext context) => (command, state) switch
    {
        (DeclareRelative, _) when context.RefuseUnlessOwnOr(Roles.Office) is { } refusal => refusal,
        (not DeclareRelative, _) when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
        // Nobody is taken off the roster, so a draw among its cadres leaves nobody out.
        (Register, Unregistered) when context.Fact<RosterCadres>(RosterKey.Id)?.CadreIds.Contains(context.Stream.Id) is not true => RosterRefusals.NotEntered.With(context.Stream.Id),
        (Register register, Unregistered) => DecideRegister(register, context),
        (Register, Registered) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Unregistered) => CommonRefusals.Unknown.With(context.Stream.Id),
        (Transfer transfer, Registered { File: var file }) => DecideTransfer(transfer, file, context),
        (AssignSuperior assign, Registered { File: var file }) => DecideSuperior(assign, file, context),
        (GrantLeave grant, Registered { File: var file }) => DecideLeave(grant, file),
        (DeclareRelative declare, Registered) => DecideRelative(declare, context),
        (Depart depart, Registered { File: var file }) when context.RefuseDate(depart.LeftOn, file.LastChangeOn) is { } refusal => refusal,
        (Depart depart, Registered) => new Event.Departed(depart.LeftOn, depart.Reason),
        // Corrections remain possible after the cadre has left.
        (CancelLeave cancel, Registered { File: var file }) => DecideCancel(cancel, file),
        (CancelLeave cancel, Departed { File: var file }) => DecideCancel(cancel, file),
        (WithdrawRelative withdraw, Registered { File: var file }) => DecideWithdraw(withdraw, file),
        (WithdrawRelative withdraw, Departed { File: var file }) => DecideWithdraw(withdraw, file),
        (_, Departed gone) => CadreRefusals.Departed.With(context.Stream.Id, LocalTime.Show(gone.Departure.LeftOn)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<CadreEvent> DecideLeave(GrantLeave grant, CadreFile file) => grant switch
    {
        _ when grant.From < file.Appointments[0].From =>
            CommonRefusals.TooEarly.With(LocalTime.Show(grant.From), LocalTime.Show(file.Appointments[0].From)),
        _ when grant.Until < grant.From || file.Leaves.Any(l => l.From <= grant.Until && grant.From <= l.Until) =>
            CadreRefusals.LeaveOverlaps.With(LocalTime.Show(grant.From), LocalTime.Show(grant.Until)),
        _ => new Event.LeaveGranted(new(grant.Kind, grant.From, grant.Until)),
    };

    static Decision<CadreEvent> DecideCancel(CancelLeave cancel, CadreFile file) =>
        file.Leaves.Any(l => l.From == cancel.From)
            ? new Event.LeaveCancelled(cancel.From, cancel.Reason)
            : CadreRefusals.NoSuchLeave.With(LocalTime.Show(cancel.From));

    static Decision<CadreEvent> DecideRelative(DeclareRelative declare, DecisionContext context) =>
        declare.PersonId == context.Stream.Id ? CadreRefusals.OwnRelative : new Event.RelativeDeclared(new(declare.PersonId, declare.Relation));

    static Decision<CadreEvent> DecideWithdraw(WithdrawRelative withdraw, CadreFile file) =>
        file.Relatives.Names(withdraw.PersonId)
            ? new Event.RelativeWithdrawn(withdraw.PersonId, withdraw.Reason)
            : CadreRefusals.NoSuchRelative.With(withdraw.PersonId);
}
