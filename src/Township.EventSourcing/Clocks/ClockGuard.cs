namespace Township.EventSourcing;

/// <summary>
/// Gives the time of decisions, and refuses to while the clock differs too much from that of the store's server. Thread-safe.
/// </summary>
/// <param name="clock">The clock of decisions.</param>
/// <param name="tolerance">How much the clock may differ from the server's, and how far a stream's last decision
/// may be ahead of it.</param>
/// <param name="isChecked">Whether the clock is checked at all.</param>
public sealed class ClockGuard(TimeProvider clock, TimeSpan tolerance, bool isChecked)
{
    /// <summary>The default tolerance: 2 minutes.</summary>
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(2);

    Comparison? _compared;

    /// <summary>
    /// The server's time at a moment of this process's stopwatch. Allowance is half the duration of the call.
    /// </summary>
    sealed record Comparison(long Moment, DateTimeOffset Server, TimeSpan Allowance);

    /// <summary>How much the clock may differ from the server's, and how far a stream's last decision may be ahead of it.</summary>
    public TimeSpan Tolerance => tolerance;

    /// <summary>
    /// Whether the clock is checked. An injected clock, for a sample or a test, is not checked because it differs on purpose.
    /// </summary>
    public bool IsChecked => isChecked;

    /// <summary>
    /// The smallest possible difference from the server's clock; positive when this clock is ahead, null before the first comparison.
    /// </summary>
    public TimeSpan? Difference => Volatile.Read(ref _compared) is { } compared ? DifferenceAt(clock.GetUtcNow(), compared) : null;

    /// <summary>Whether the difference exceeds the tolerance. No command is decided meanwhile.</summary>
    public bool IsOff => Difference is { } difference && difference.Duration() > tolerance;

    /// <summary>Returns a guard with the default tolerance. The system clock is checked, any other clock is not.</summary>
    public static ClockGuard Of(TimeProvider clock) => new(clock, DefaultTolerance, clock == TimeProvider.System);

    /// <summary>Returns the current time, UTC, in whole microseconds.</summary>
    /// <exception cref="ClockDiffersException">The clock cannot be trusted at present.</exception>
    public DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        // Evaluated on each call: the stopwatch reveals a clock that was set since the last comparison.
        if (Volatile.Read(ref _compared) is { } compared && DifferenceAt(now, compared) is var difference
            && difference.Duration() > tolerance)
        {
            TownshipDiagnostics.ClockRefusals.Add(1, new KeyValuePair<string, object?>("cause", "clock-differs"));
            throw new ClockDiffersException(difference);
        }

        return Micros.Truncate(now);
    }

    /// <summary>Compares the clock with the server's.</summary>
    /// <exception cref="StoreUnavailableException">The server did not answer. The result of the last comparison
    /// stays in effect.</exception>
    public async Task Compare(IStoreClock server, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (!isChecked) return;
        var before = TimeProvider.System.GetTimestamp();
        var told = await server.ReadClock(cancellationToken);
        var after = TimeProvider.System.GetTimestamp();
        Volatile.Write(ref _compared, new(before + ((after - before) / 2), told, TimeProvider.System.GetElapsedTime(before, after) / 2));
    }

    /// <summary>Describes the clock and how it is checked, for messages.</summary>
    public override string ToString() => isChecked
        ? $"{(clock == TimeProvider.System ? "the system's" : clock.GetType().Name)}{(Volatile.Read(ref _compared) is null ? "" : ", compared with the database server's")}"
        : $"{clock.GetType().Name} (injected, not checked)";

    static TimeSpan DifferenceAt(DateTimeOffset now, Comparison compared)
    {
        var difference = now - (compared.Server + TimeProvider.System.GetElapsedTime(compared.Moment));
        var certain = difference.Duration() - compared.Allowance;
        return certain <= TimeSpan.Zero ? TimeSpan.Zero : difference > TimeSpan.Zero ? certain : -certain;
    }
}
