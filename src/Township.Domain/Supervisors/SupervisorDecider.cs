using static Township.Supervisors.SupervisorCommand;
using Event = Township.Supervisors.SupervisorEvent;

namespace Township.Supervisors;

public abstract partial record Supervisor
{
    public static IEnumerable<string> PersonsOf(SupervisorCommand command, Supervisor state, StreamId stream, Actor actor) => [stream.Id];

    public static Decision<SupervisorEvent> Decide(SupervisorCommand command, Supervisor state, DecisionContext context) => (command, state) switch
    {
        _ when RefuseActor(command, context) is { } refusal => refusal,
        (Appoint appoint, Unappointed) when context.RefuseDate(appoint.From) is { } refusal => refusal,
        (Appoint appoint, Unappointed) => new Event.Appointed(appoint.Name, appoint.Organisation, appoint.From),
        (Appoint, Appointed) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Unappointed) => CommonRefusals.Unknown.With(context.Stream.Id),
        (DeclareRelative declare, Appointed) => Declare(declare, context),
        (WithdrawRelative withdraw, Appointed serving) => Withdraw(withdraw, serving.Relatives),
        (WithdrawRelative withdraw, Dismissed gone) => Withdraw(withdraw, gone.Relatives),
        (Dismiss dismiss, Appointed serving) when context.RefuseDate(dismiss.On, serving.Terms.From) is { } refusal => refusal,
        (Dismiss dismiss, Appointed) => new Event.Dismissed(dismiss.On, dismiss.Reason),
        (_, Dismissed gone) => SupervisorRefusals.Dismissed.With(context.Stream.Id, LocalTime.Show(gone.End.On)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(SupervisorCommand command, DecisionContext context) => command switch
    {
        DeclareRelative => context.RefuseUnlessOwnOr(Roles.Office),
        WithdrawRelative => context.RefuseUnless(Roles.Office),
        _ => context.RefuseUnless(Roles.Office, Roles.Leader),
    };

    static Decision<SupervisorEvent> Declare(DeclareRelative declare, DecisionContext context) =>
        declare.PersonId == context.Stream.Id ? SupervisorRefusals.OwnRelative : new Event.RelativeDeclared(new(declare.PersonId, declare.Relation));

    static Decision<SupervisorEvent> Withdraw(WithdrawRelative withdraw, EquatableList<Relative> relatives) =>
        relatives.Names(withdraw.PersonId)
            ? new Event.RelativeWithdrawn(withdraw.PersonId, withdraw.Reason)
            : SupervisorRefusals.NoSuchRelative.With(withdraw.PersonId);
}
