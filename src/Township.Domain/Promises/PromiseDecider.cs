using Township.Cadres;
using Township.Hearings;
using static Township.Promises.PromiseCommand;
using Event = Township.Promises.PromiseEvent;

namespace Township.Promises;

public abstract partial record Promise
{
    public static IEnumerable<FactRequest> Needs(PromiseCommand command, Promise state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (PromiseId.Find(context.Stream.Id) is not { } id) return [];
        return (command, state) switch
        {
            (Make make, Unmade) => [Policies.Hearings, Fact<HearingAccount>.Of(id.HearingId).Guarded, Fact<CadreStanding>.Of(make.OwnerId), .. PreviousOf(id)],
            (Extend, Made { File.OwnerId: var owner }) => [Policies.Hearings, .. Impartiality.CadreAndActor(owner, context.Actor)],
            (Fulfil or Withdraw, Made { File.OwnerId: var owner }) => Impartiality.CadreAndActor(owner, context.Actor),
            _ => [],
        };
    }

    /// <summary>Texts of a promise are about its owner, whom the first command names.</summary>
    public static IEnumerable<string> PersonsOf(PromiseCommand command, Promise state, StreamId stream, Actor actor) => state switch
    {
        _ when command is Make => [],
        Made { File.OwnerId: var owner } => [owner],
        Fulfilled { File.OwnerId: var owner } => [owner],
        Withdrawn { File.OwnerId: var owner } => [owner],
        _ => [],
    };

    public static Decision<PromiseEvent> Decide(PromiseCommand command, Promise state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PromiseId.Find(context.Stream.Id) is not { } id ? KernelRefusals.UnknownKey.With(context.Stream.Key)
            : RefuseActor(command, context) is { } refusal ? refusal
            : Decide(command, state, id, context);
    }

    static Decision<PromiseEvent> Decide(PromiseCommand command, Promise state, PromiseId id, DecisionContext context) => (command, state) switch
    {
        (Make make, Unmade) => DecideMake(make, id, context),
        (Make, Made) => PromiseRefusals.AlreadyMade,
        (_, Unmade) => PromiseRefusals.NotMade,
        (Remind, Made { File.Current: var due }) => DecideRemind(due, context),
        (MarkOverdue, Made { File: var file }) => DecideOverdue(file, context),
        (Fulfil or Extend or Withdraw, Made { File.OwnerId: var owner }) when RefuseBiased(owner, context) is { } refusal => refusal,
        (Fulfil fulfil, Made { File: var file }) when context.RefuseDate(fulfil.On, file.MadeOn) is { } refusal => refusal,
        (Fulfil fulfil, Made { File: var file }) => new Event.Fulfilled(fulfil.On, fulfil.On > file.Current.Due.On, fulfil.Evidence, context.Actor.Subject, context.Today()),
        (Extend extend, Made { File.Current: var due }) => DecideExtend(extend, due, context),
        (Withdraw withdraw, Made) => new Event.Withdrawn(context.Actor.Subject, context.Today(), withdraw.Reason),
        (_, Fulfilled) => PromiseRefusals.Fulfilled,
        (_, Withdrawn) => PromiseRefusals.Withdrawn,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(PromiseCommand command, DecisionContext context) => command switch
    {
        Remind or MarkOverdue => context.RefuseUnless(Roles.Office, Roles.System),
        Extend or Withdraw => context.RefuseUnless(Roles.Leader),
        _ => context.RefuseUnless(Roles.Office, Roles.Leader),
    };

    static Refusal? RefuseBiased(string ownerId, DecisionContext context) => context.RefuseBiased(ownerId, PromiseRefusals.Own, PromiseRefusals.OfRelative);

    static IEnumerable<FactRequest> PreviousOf(PromiseId id) => id.Previous() is { } previous ? [Fact<PromiseStanding>.Of(previous.ToString()).Guarded] : [];
}
