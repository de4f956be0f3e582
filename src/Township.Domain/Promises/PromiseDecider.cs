using static Township.Promises.PromiseCommand;
using static Township.Promises.PromiseEvent;

namespace Township.Promises;

public abstract partial record Promise
{
    public static IEnumerable<InputRequest> Needs(PromiseCommand command, StreamId stream, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (PromiseId.Find(stream.Id) is not { } id) return [];
        var township = Inputs.Township.Of(stream, Townships.TownshipKey.Id);
        return command switch
        {
            Make make => [township, Inputs.Hearing.Of(stream, id.HearingId), Inputs.Cadre.Of(stream, make.OwnerId), .. PreviousOf(id, stream)],
            Extend extend => [township, .. Impartiality.CadreAndActor(stream, extend.OwnerId, actor)],
            Fulfil fulfil => Impartiality.CadreAndActor(stream, fulfil.OwnerId, actor),
            Withdraw withdraw => Impartiality.CadreAndActor(stream, withdraw.OwnerId, actor),
            _ => [],
        };
    }

    /// <summary>What is written of a promise is about its owner.</summary>
    public static IEnumerable<string> PersonsOf(PromiseCommand command, Promise state, StreamId stream, Actor actor) => state switch
    {
        Standing { File.OwnerId: var owner } => [owner],
        Kept { File.OwnerId: var owner } => [owner],
        Retracted { File.OwnerId: var owner } => [owner],
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
        (Make, Standing) => PromiseRefusals.AlreadyMade,
        (_, Unmade) => PromiseRefusals.NotMade,
        (_, Standing { File: var file }) when OwnerOf(command) is { } owner && owner != file.OwnerId => PromiseRefusals.OtherOwner.With(owner),
        (Remind, Standing { File.Current: var due }) => DecideRemind(due, context),
        (MarkOverdue, Standing { File: var file }) => DecideOverdue(file, context),
        (Fulfil or Extend or Withdraw, Standing { File.OwnerId: var owner }) when RefuseBiased(owner, context) is { } refusal => refusal,
        (Fulfil fulfil, Standing { File: var file }) when context.RefuseDate(fulfil.On, file.MadeOn) is { } refusal => refusal,
        (Fulfil fulfil, Standing { File: var file }) => new Fulfilled(fulfil.On, fulfil.On > file.Current.Due.On, fulfil.Evidence, context.Actor.Subject, context.Today()),
        (Extend extend, Standing { File.Current: var due }) => DecideExtend(extend, due, context),
        (Withdraw withdraw, Standing) => new Withdrawn(context.Actor.Subject, context.Today(), withdraw.Reason),
        (_, Kept) => PromiseRefusals.Fulfilled,
        (_, Retracted) => PromiseRefusals.Withdrawn,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(PromiseCommand command, DecisionContext context) => command switch
    {
        Remind or MarkOverdue => context.RefuseUnless(Roles.Office, Roles.System),
        Extend or Withdraw => context.RefuseUnless(Roles.Leader),
        _ => context.RefuseUnless(Roles.Office, Roles.Leader),
    };

    static Refusal? RefuseBiased(string ownerId, DecisionContext context) => context.RefuseBiased(ownerId, PromiseRefusals.Own, PromiseRefusals.OfRelative);

    static string? OwnerOf(PromiseCommand command) => command switch
    {
        Fulfil fulfil => fulfil.OwnerId,
        Extend extend => extend.OwnerId,
        Withdraw withdraw => withdraw.OwnerId,
        _ => null,
    };

    static IEnumerable<InputRequest> PreviousOf(PromiseId id, StreamId stream) =>
        id.Previous() is { } previous ? [Inputs.PreviousPromise.Of(stream, previous.ToString())] : [];
}
