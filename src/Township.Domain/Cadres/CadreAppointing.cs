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
        Inputs.Post.Find(context.Inputs) switch
        {
            null => CommonRefusals.Unknown.With(postId),
            { Abolished: true } => PostRefusals.Abolished.With(postId),
            _ when context.RefuseDate(from, notBefore) is { } refusal => refusal,
            { Level: PostLevel.TopLeader } when superior is not null => CadreRefusals.TopLeaderHasNone,
            { Level: not PostLevel.TopLeader } when superior is null => CadreRefusals.NeedsSuperior,
            _ when superior is not null && RefuseSuperior(superior, context) is { } refusal => refusal,
            { Title: { } title, Department: { } department, Level: { } level } =>
                appointed(new Appointment(postId, title, department, level, superior, from)),
            _ => throw new System.Diagnostics.UnreachableException("A post that exists has a title, a department and a level."),
        };

    static Refusal? RefuseSuperior(string superior, DecisionContext context) => Inputs.Superior.Find(context.Inputs) switch
    {
        _ when superior == context.Stream.Id => CadreRefusals.CircularLine.With(superior),
        null => CommonRefusals.Unknown.With(superior),
        { LeftOn: { } left } => CadreRefusals.Departed.With(superior, LocalTime.Show(left)),
        var view when view.Current()?.Superior == context.Stream.Id => CadreRefusals.CircularLine.With(superior),
        _ => null,
    };

    // Oneself is refused without being asked.
    static IEnumerable<InputRequest> SuperiorOf(StreamId cadre, string? superior) =>
        superior is null || superior == cadre.Id ? [] : [Inputs.Superior.Of(cadre, superior)];
}
