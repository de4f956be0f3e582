namespace Township.EventSourcing;

/// <summary>What people have put on record about streams whose last decision lies ahead of the clock.</summary>
public interface IAheadStreams
{
    /// <summary>
    /// The category of the streams that hold these records. They are never refused for being ahead: they are the way out.
    /// </summary>
    string Category { get; }

    /// <summary>The moment of the last decision after which the stream may go on; null when nobody has said so.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    Task<DateTimeOffset?> Acknowledged(StreamId stream, SessionServices services, CancellationToken cancellationToken = default);
}
