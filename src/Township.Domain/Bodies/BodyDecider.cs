using Township.Cadres;
using static Township.Bodies.BodyCommand;
using Event = Township.Bodies.BodyEvent;

namespace Township.Bodies;

public abstract partial record Body
{
    const int MaxMembers = 50;

    public static IEnumerable<FactRequest> Needs(BodyCommand command, Body state, DecisionContext context) => command switch
    {
        Form form => [Fact<CadreStanding>.Of(form.HeadId)],
        ChangeHead change => [Fact<CadreStanding>.Of(change.HeadId)],
        AddMember add => [Fact<CadreStanding>.Of(add.CadreId)],
        _ => [],
    };

    public static Decision<BodyEvent> Decide(BodyCommand command, Body state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return BodyKey.Find(context.Stream.Id) is not { } kind ? KernelRefusals.UnknownKey.With(context.Stream.Key)
            : context.RefuseUnless(Roles.Leader) is { } refusal ? refusal
            : Decide(command, state, kind, context);
    }

    static Decision<BodyEvent> Decide(BodyCommand command, Body state, BodyKind kind, DecisionContext context) => (command, state) switch
    {
        (Form form, Unformed) when RefuseSeat(form.HeadId, form.On, null, context) is { } refusal => refusal,
        (Form form, Unformed) => new Event.Formed(kind, form.HeadId, form.On),
        (Form form, Formed { Terms: var terms }) when (form.HeadId, form.On) == (terms.HeadId, terms.On) => Decision<BodyEvent>.Nothing,
        (Form, Formed) => BodyRefusals.AlreadyFormed,
        (_, Unformed) => BodyRefusals.NotFormed,
        (ChangeHead change, Formed { Head: var head }) when head == new BodySeat(change.HeadId, change.On) => Decision<BodyEvent>.Nothing,
        (ChangeHead change, Formed { Head: var head }) when change.HeadId == head.CadreId => BodyRefusals.AlreadySeated.With(change.HeadId),
        (ChangeHead change, Formed { Head: var head }) when RefuseSeat(change.HeadId, change.On, head.Since, context) is { } refusal => refusal,
        (ChangeHead change, Formed) => new Event.HeadChanged(change.HeadId, change.On, change.Reason),
        (AddMember add, Formed standing) => DecideAdd(add, standing, context),
        (RemoveMember remove, Formed standing) => DecideRemove(remove, standing, context),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseSeat(string cadreId, DateOnly on, DateOnly? notBefore, DecisionContext context) =>
        context.RefuseDate(on, notBefore) ?? context.RefuseAbsent(cadreId, on);

    static Decision<BodyEvent> DecideAdd(AddMember add, Formed standing, DecisionContext context) => standing.Member(add.CadreId) switch
    {
        { } member when member.Since == add.On => Decision<BodyEvent>.Nothing,
        { } => BodyRefusals.AlreadySeated.With(add.CadreId),
        _ when add.CadreId == standing.Head.CadreId => BodyRefusals.AlreadySeated.With(add.CadreId),
        _ when RefuseSeat(add.CadreId, add.On, standing.Terms.On, context) is { } refusal => refusal,
        _ when standing.Members.Count == MaxMembers => BodyRefusals.Full.With(MaxMembers),
        _ => new Event.MemberAdded(add.CadreId, add.On),
    };

    static Decision<BodyEvent> DecideRemove(RemoveMember remove, Formed standing, DecisionContext context) => standing.Member(remove.CadreId) switch
    {
        null => BodyRefusals.NoMember.With(remove.CadreId),
        var member when context.RefuseDate(remove.On, member.Since) is { } refusal => refusal,
        _ => new Event.MemberRemoved(remove.CadreId, remove.On, remove.Reason),
    };
}
