using System.Diagnostics;
using Event = Township.AheadStreams.AheadStreamEvent;

namespace Township.AheadStreams;

/// <summary>
/// What a leader has put on record about a stream that takes no commands because its last decision is dated later than the clock. It is a
/// stream of its own, so that it can be written while the other one cannot, and is dated by the correct clock.
/// </summary>
[Title("时间超前的卷宗", "stream ahead of the clock")]
public abstract partial record AheadStream : IAggregate<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView>
{
    private AheadStream() { }

    public sealed record Unacknowledged : AheadStream;

    public sealed record Acknowledged(Event.Acknowledged Terms) : AheadStream;

    public static string Category => AheadStreamId.Category;

    public static AheadStream Initial => new Unacknowledged();

    public static AheadStream Evolve(AheadStream state, AheadStreamEvent e) => (state, e) switch
    {
        (Unacknowledged or Acknowledged, Event.Acknowledged acknowledged) => new Acknowledged(acknowledged),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static AheadStreamView View(AheadStream state, StreamId stream) => state is Acknowledged { Terms: var terms }
        ? new(terms.LastDecidedAt, terms.By, terms.Reason)
        : new(null, null, null);
}
