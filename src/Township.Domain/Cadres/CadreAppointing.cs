using Township.Posts;
using static Township.Cadres.CadreCommand;
using static Township.Cadres.CadreEvent;

namespace Township.Cadres;

// Posts and reporting lines: who may be appointed to what, under whom, from when.
public abstract partial record Cadre
{
    static Decision<CadreEvent> DecideRegister(Register register, DecisionContext context) =>
        Appoint(register.PostId, register.Superior, register.JoinedOn, null, context, a => new Registered(register.Name, a));

    static Decision<CadreEvent> DecideTransfer(Transfer transfer, CadreFile file, DecisionContext context) =>
        (transfer.PostId, transfer.Superior, transfer.EffectiveOn) == (file.Current().PostId, file.Current().Superior, file.Current().From)
            ? Decision<CadreEvent>.Nothing
            : Appoint(transfer.PostId, transfer.Superior, transfer.EffectiveOn, file.LastChangeOn, context, a => new Transferred(a, transfer.Reason));

    static Decision<CadreEvent> DecideSuperior(AssignSuperior assign, CadreFile file, DecisionContext context) => file.Current() switch
    {
        { Superior: var superior } when superior == assign.Superior => Decision<CadreEvent>.Nothing,
        { Level: PostLevel.TopLeader } => CadreRefusals.TopLeaderHasNone,
        _ when context.RefuseDate(assign.EffectiveOn, file.LastChangeOn) is { } refusal => refusal,
        _ when RefuseSuperior(assign.Superior, context) is { } refusal => refusal,
        _ => new SuperiorAssigned(assign.Superior, assign.EffectiveOn),
    };

    static Decision<CadreEvent> Appoint(
        string postId, string? superior, DateOnly from, DateOnly? notBefore, DecisionContext context, Func<Appointment, CadreEvent> appointed) =>
        context.Fact<PostStanding>(postId) switch
        {
            null => CommonRefusals.Unknown.With(postId),
            { Abolished: true } => PostRefusals.Abolished.With(postId),
            _ when context.RefuseDate(from, notBefore) is { } refusal => refusal,
            { Level: PostLevel.TopLeader } when superior is not null => CadreRefusals.TopLeaderHasNone,
            { Level: not PostLevel.TopLeader } when superior is null => CadreRefusals.NeedsSuperior,
            _ when superior is not null && RefuseSuperior(superior, context) is { } refusal => refusal,
            var post => appointed(new Appointment(postId, post.Title, post.Department, post.Level, superior, from)),
        };

    static Refusal? RefuseSuperior(string superior, DecisionContext context) => superior == context.Stream.Id ? CadreRefusals.CircularLine.With(superior) : context.Fact<CadreStanding>(superior) switch
    {
        null => CommonRefusals.Unknown.With(superior),
        { LeftOn: { } left } => CadreRefusals.Departed.With(superior, LocalTime.Show(left)),
        { Superior: var next } when next == context.Stream.Id => CadreRefusals.CircularLine.With(superior),
        _ => null,
    };

    // Oneself is refused without being asked.
    static IEnumerable<FactRequest> SuperiorOf(string? superior, DecisionContext context) =>
        superior is null || superior == context.Stream.Id ? [] : [Fact<CadreStanding>.Of(superior).Guarded];
}
