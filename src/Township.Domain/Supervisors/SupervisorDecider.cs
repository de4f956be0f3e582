using static Township.Supervisors.SupervisorCommand;
using static Township.Supervisors.SupervisorEvent;

namespace Township.Supervisors;

public abstract partial record Supervisor
{
    public static IEnumerable<string> PersonsOf(SupervisorCommand command, Supervisor state, StreamId stream, Actor actor) => [stream.Id];

    public static Decision<SupervisorEvent> Decide(SupervisorCommand command, Supervisor state, DecisionContext context) => (command, state) switch
    {
        _ when RefuseActor(command, context) is { } refusal => refusal,
        (Appoint appoint, Outsider) when context.RefuseDate(appoint.From) is { } refusal => refusal,
        (Appoint appoint, Outsider) => new Appointed(appoint.Name, appoint.Organisation, appoint.From),
        (Appoint, Serving) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Outsider) => CommonRefusals.Unknown.With(context.Stream.Id),
        (DeclareRelative declare, Serving) => Declare(declare, context),
        (WithdrawRelative withdraw, Serving serving) => Withdraw(withdraw, serving.Relatives),
        (WithdrawRelative withdraw, Gone gone) => Withdraw(withdraw, gone.Relatives),
        (Dismiss dismiss, Serving serving) when context.RefuseDate(dismiss.On, serving.Terms.From) is { } refusal => refusal,
        (Dismiss dismiss, Serving) => new Dismissed(dismiss.On, dismiss.Reason),
        (_, Gone gone) => SupervisorRefusals.Dismissed.With(context.Stream.Id, LocalTime.Show(gone.End.On)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(SupervisorCommand command, DecisionContext context) => command switch
    {
        DeclareRelative => context.RefuseUnlessOwnOr(Roles.Office),
        WithdrawRelative => context.RefuseUnless(Roles.Office),
        _ => context.RefuseUnless(Roles.Office, Roles.Leader),
    };

    static Decision<SupervisorEvent> Declare(DeclareRelative declare, DecisionContext context) =>
        declare.PersonId == context.Stream.Id ? SupervisorRefusals.OwnRelative : new RelativeDeclared(new(declare.PersonId, declare.Relation));

    static Decision<SupervisorEvent> Withdraw(WithdrawRelative withdraw, EquatableList<Relative> relatives) =>
        relatives.Names(withdraw.PersonId)
            ? new RelativeWithdrawn(withdraw.PersonId, withdraw.Reason)
            : SupervisorRefusals.NoSuchRelative.With(withdraw.PersonId);
}
