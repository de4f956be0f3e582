using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Gives the times of one stream's decisions. They never go backwards within the stream, even when the system clock does. When
/// the last decision is further ahead of the clock than the tolerance, no new time is given until a person has acknowledged it
/// on record. Not thread-safe.
/// </summary>
public sealed partial class StreamClock(StreamId stream, SessionServices services)
{
    DateTimeOffset? _acknowledged;
    bool _isTold;

    /// <summary>
    /// Loads the acknowledgement for a stream whose last decision is ahead of the clock, because <see cref="After"/> cannot wait for it.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public async ValueTask Prepare(DateTimeOffset last, CancellationToken cancellationToken = default)
    {
        if (services.AheadStreams is { } ahead && IsAhead(last, services.Environment.Clock.GetUtcNow()))
            _acknowledged = await ahead.Acknowledged(stream, services, cancellationToken);
    }

    /// <summary>Returns the time of a decision that follows one made at <paramref name="last"/>.</summary>
    /// <exception cref="ClockDiffersException">The clock cannot be trusted at present.</exception>
    /// <exception cref="StreamAheadException">The last decision is too far ahead of the clock and has not been acknowledged.</exception>
    public DateTimeOffset After(DateTimeOffset last)
    {
        var now = services.Environment.Guard.Now();
        if (IsAhead(last, now)) throw Ahead(last, now);
        return now < last ? last : now;
    }

    // The acknowledgement holds for exactly this time only; if the clock jumps again, a new one is needed.
    bool IsAhead(DateTimeOffset last, DateTimeOffset now) => services.Environment.Guard is { IsChecked: true } guard
        && last - now > guard.Tolerance && last != _acknowledged && stream.Category != services.AheadStreams?.Category;

    StreamAheadException Ahead(DateTimeOffset last, DateTimeOffset now)
    {
        var failure = new StreamAheadException(stream, last, now);
        TownshipDiagnostics.ClockRefusals.Add(1, new KeyValuePair<string, object?>("cause", "stream-ahead"));
        if (!_isTold) LogAhead(services.Log, failure.Message);
        _isTold = true;
        return failure;
    }

    [LoggerMessage(LogLevel.Error, "A stream accepts no commands: {Reason}")]
    static partial void LogAhead(ILogger log, string reason);
}
