using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Tells the moments of one stream's decisions. They never run backwards within the stream, whatever the clock does; and where
/// the last one lies further ahead of the clock than is tolerated, there is no further one until somebody has said so on record.
/// Not thread-safe.
/// </summary>
public sealed partial class StreamClock(StreamId stream, SessionServices services)
{
    DateTimeOffset? _acknowledged;
    bool _isTold;

    /// <summary>Looks for what people have said where the last decision lies ahead; <see cref="After"/> cannot wait for it.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public async ValueTask Prepare(DateTimeOffset last, CancellationToken cancellationToken = default)
    {
        if (services.AheadStreams is { } ahead && IsAhead(last, services.Environment.Clock.GetUtcNow()))
            _acknowledged = await ahead.Acknowledged(stream, services, cancellationToken);
    }

    /// <summary>The moment of a decision that follows one at <paramref name="last"/>.</summary>
    /// <exception cref="ClockDiffersException">The clock cannot be trusted now.</exception>
    /// <exception cref="StreamAheadException">The last decision lies too far ahead, and nobody has said that the stream goes
    /// on from there.</exception>
    public DateTimeOffset After(DateTimeOffset last)
    {
        var now = services.Environment.Guard.Now();
        if (IsAhead(last, now)) throw Ahead(last, now);
        return now < last ? last : now;
    }

    // What was said holds for that very moment: a clock that jumps again is another matter.
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

    [LoggerMessage(LogLevel.Error, "A stream takes no commands: {Reason}")]
    static partial void LogAhead(ILogger log, string reason);
}
