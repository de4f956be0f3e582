using Township.Posts;
using static Township.Cadres.CadreCommand;
using Event = Township.Cadres.CadreEvent;

namespace Township.Cadres;

// Posts and reporting lines: who may be appointed to what, under whom, from when.
public abstract partial record Cadre
{
    const int MaxLine = 20;

    static Decision<CadreEvent> DecideRegister(Register register, DecisionContext context) =>
        Appoint(register.PostId, register.Superior, register.JoinedOn, null, context, a => new Event.Registered(register.Name, a));

    static Decision<CadreEvent> DecideTransfer(Transfer transfer, CadreFile file, DecisionContext context) =>
        (transfer.PostId, transfer.Superior, transfer.EffectiveOn) == (file.Current().PostId, file.Current().Superior, file.Current().From)
            ? Decision<CadreEvent>.Nothing
            : Appoint(transfer.PostId, transfer.Superior, transfer.EffectiveOn, file.LastChangeOn, context, a => new Event.Transferred(a, transfer.Reason));

    static Decision<CadreEvent> DecideSuperior(AssignSuperior assign, CadreFile file, DecisionContext context) => file.Current() switch
    {
        { Superior: var superior } when superior == assign.Superior => Decision<CadreEvent>.Nothing,
        { Level: PostLevel.TopLeader } => CadreRefusals.TopLeaderHasNone,
        _ when context.RefuseDate(assign.EffectiveOn, file.LastChangeOn) is { } refusal => refusal,
        _ when RefuseSuperior(assign.Superior, context) is { } refusal => refusal,
        _ => new Event.SuperiorAssigned(assign.Superior, assign.EffectiveOn),
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

    static Refusal? RefuseSuperior(string superior, DecisionContext context)
    {
        if (superior == context.Stream.Id) return CadreRefusals.CircularLine.With(superior);
        if (context.Fact<CadreStanding>(superior) is not { } standing) return CommonRefusals.Unknown.With(superior);
        if (standing.LeftOn is { } left) return CadreRefusals.Departed.With(superior, LocalTime.Show(left));
        var line = LineFrom(superior, context);
        return context.Known<CadreStanding>(line[^1])?.Superior switch
        {
            null => null,
            var beyond when beyond == context.Stream.Id || line.Contains(beyond) => CadreRefusals.CircularLine.With(superior),
            _ => CadreRefusals.LineTooLong.With(superior, MaxLine),
        };
    }

    // Asked for in rounds: the superior's record names the next superior. All of them are guarded: otherwise two assignments at once could
    // close a circle.
    static IEnumerable<FactRequest> SuperiorsOf(string? superior, DecisionContext context) =>
        LineFrom(superior, context).Select(above => Fact<CadreStanding>.Of(above).Guarded);

    // From the superior upwards, as far as is known, until the line ends, comes back to a person who is in it, or is too long.
    static List<string> LineFrom(string? superior, DecisionContext context)
    {
        var line = new List<string>();
        for (var above = superior; above is not null && above != context.Stream.Id && !line.Contains(above) && line.Count < MaxLine;)
        {
            line.Add(above);
            above = context.Known<CadreStanding>(above)?.Superior;
        }

        return line;
    }
}
