namespace Township.EventSourcing;

/// <summary>Acknowledgements, on record, that a stream may go on although its last decision is ahead of the clock.</summary>
public interface IAheadStreams
{
    /// <summary>
    /// The category of the streams that hold these records. These streams are never refused for being ahead of the clock, so that
    /// acknowledging is always possible.
    /// </summary>
    string Category { get; }

    /// <summary>Returns the time of the last decision after which the stream may go on; null when it was not acknowledged.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read at present.</exception>
    Task<DateTimeOffset?> Acknowledged(StreamId stream, SessionServices services, CancellationToken cancellationToken = default);
}
