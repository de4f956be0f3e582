using Township.AheadStreams;

namespace Township;

/// <summary>Reads from the history which streams leaders have acknowledged to be ahead of the clock.</summary>
sealed class AcknowledgedStreams : IAheadStreams
{
    static readonly AggregateType<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView> Type =
        AheadStream.Type;

    public string Category => AheadStream.Category;

    public async Task<DateTimeOffset?> Acknowledged(
        StreamId stream, SessionServices services, CancellationToken cancellationToken = default)
    {
        if (AheadStreamId.RecordOf(stream) is not { } record) return null;
        var session = new AggregateSession<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView>(Type, record, services);
        await session.Load(cancellationToken);
        return session.State is AheadStream.Acknowledged { Terms.LastDecidedAt: var last } ? last : null;
    }
}
