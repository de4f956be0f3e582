using static Township.Supervisors.SupervisorCommand;
using static Township.Supervisors.SupervisorEvent;

namespace Township.Supervisors;

public abstract partial record Supervisor
{
    public static Decision<SupervisorEvent> Decide(SupervisorCommand command, Supervisor state, DecisionContext context) => (command, state) switch
    {
        _ when RefuseActor(command, context) is { } refusal => refusal,
        (Appoint appoint, Outsider) when context.RefuseDate(appoint.From) is { } refusal => refusal,
        (Appoint appoint, Outsider) => new Appointed(appoint.Name, appoint.Organisation, appoint.From),
        (Appoint, Serving) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Outsider) => CommonRefusals.Unknown.With(context.Stream.Id),
        (DeclareRelative declare, Serving serving) => Declare(declare, serving.Relatives, context),
        (WithdrawRelative withdraw, Serving serving) => Withdraw(withdraw, serving.Relatives),
        (WithdrawRelative withdraw, Gone gone) => Withdraw(withdraw, gone.Relatives),
        (Dismiss dismiss, Serving serving) when context.RefuseDate(dismiss.On, serving.Terms.From) is { } refusal => refusal,
        (Dismiss dismiss, Serving) => Dismissing(dismiss),
        (Dismiss dismiss, Gone gone) when Dismissing(dismiss) == gone.End => Decision<SupervisorEvent>.Nothing,
        (_, Gone gone) => SupervisorRefusals.Dismissed.With(context.Stream.Id, LocalTime.Show(gone.End.On)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(SupervisorCommand command, DecisionContext context) => command switch
    {
        DeclareRelative => context.RefuseUnlessOwnOr(Roles.Office),
        WithdrawRelative => context.RefuseUnless(Roles.Office),
        _ => context.RefuseUnless(Roles.Office, Roles.Leader),
    };

    static Decision<SupervisorEvent> Declare(DeclareRelative declare, EquatableList<Relative> relatives, DecisionContext context)
    {
        var relative = new Relative(declare.PersonId, declare.Relation);
        return relative.PersonId == context.Stream.Id ? SupervisorRefusals.OwnRelative
            : relatives.Contains(relative) ? Decision<SupervisorEvent>.Nothing
            : new RelativeDeclared(relative);
    }

    static Decision<SupervisorEvent> Withdraw(WithdrawRelative withdraw, EquatableList<Relative> relatives) =>
        relatives.Names(withdraw.PersonId)
            ? new RelativeWithdrawn(withdraw.PersonId, withdraw.Reason)
            : SupervisorRefusals.NoSuchRelative.With(withdraw.PersonId);

    static Dismissed Dismissing(Dismiss dismiss) => new(dismiss.On, dismiss.Reason);
}
