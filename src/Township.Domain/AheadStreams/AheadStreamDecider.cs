using System.Globalization;
using static Township.AheadStreams.AheadStreamCommand;
using Event = Township.AheadStreams.AheadStreamEvent;

namespace Township.AheadStreams;

public abstract partial record AheadStream
{
    public static Decision<AheadStreamEvent> Decide(AheadStreamCommand command, AheadStream state, DecisionContext context) => (command, state) switch
    {
        _ when AheadStreamId.StreamOf(context.Stream) is null => KernelRefusals.UnknownKey.With(context.Stream.Key),
        _ when context.RefuseUnless(Roles.Leader) is { } refusal => refusal,
        (Acknowledge acknowledge, Acknowledged { Terms.LastDecidedAt: var known }) when acknowledge.LastDecidedAt == known => AheadStreamRefusals.Acknowledged.With(Show(known)),
        (Acknowledge acknowledge, _) when acknowledge.LastDecidedAt <= context.Now => AheadStreamRefusals.NotAhead.With(Show(acknowledge.LastDecidedAt), Show(context.Now)),
        (Acknowledge acknowledge, _) => new Event.Acknowledged(acknowledge.LastDecidedAt.ToUniversalTime(), context.Actor.Subject, acknowledge.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string Show(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
}
