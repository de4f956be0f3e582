namespace Township.EventSourcing;

/// <summary>
/// Tells the time of decisions, and tells none while the clock cannot be trusted: when it differs too much from that of the
/// store's server. Thread-safe.
/// </summary>
/// <param name="clock">The clock of decisions.</param>
/// <param name="tolerance">How far it may be off, and how far a stream's last decision may lie ahead of it.</param>
/// <param name="isChecked">Whether it is to be checked at all.</param>
public sealed class ClockGuard(TimeProvider clock, TimeSpan tolerance, bool isChecked)
{
    /// <summary>What is tolerated by default: 2 minutes.</summary>
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(2);

    Comparison? _compared;

    /// <summary>
    /// How the server's clock stood at a moment of this process's stopwatch, give or take half of how long the question took.
    /// </summary>
    sealed record Comparison(long Moment, DateTimeOffset Server, TimeSpan Allowance);

    /// <summary>How far the clock may be off, and how far a stream's last decision may lie ahead of it.</summary>
    public TimeSpan Tolerance => tolerance;

    /// <summary>Whether the clock is checked. One that was injected, for a sample or a test, is not: it is meant to differ.</summary>
    public bool IsChecked => isChecked;

    /// <summary>
    /// By how much at least the clock differs from the server's; positive when it is ahead, null while there is nothing to compare.
    /// </summary>
    public TimeSpan? Difference => Volatile.Read(ref _compared) is { } compared ? DifferenceAt(clock.GetUtcNow(), compared) : null;

    /// <summary>Whether it differs by more than is tolerated: nothing is decided meanwhile.</summary>
    public bool IsOff => Difference is { } difference && difference.Duration() > tolerance;

    /// <summary>The guard of a clock with everything as by default: the system's is checked, any other one is not.</summary>
    public static ClockGuard Of(TimeProvider clock) => new(clock, DefaultTolerance, clock == TimeProvider.System);

    /// <summary>The moment, UTC, whole microseconds.</summary>
    /// <exception cref="ClockDiffersException">The clock cannot be trusted now.</exception>
    public DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        // Looked at each time: a clock that is set between two comparisons is noticed by the stopwatch, which nobody sets.
        if (Volatile.Read(ref _compared) is { } compared && DifferenceAt(now, compared) is var difference && difference.Duration() > tolerance)
        {
            TownshipDiagnostics.ClockRefusals.Add(1, new KeyValuePair<string, object?>("cause", "clock-differs"));
            throw new ClockDiffersException(difference);
        }

        return Micros.Truncate(now);
    }

    /// <summary>Compares the clock with the server's.</summary>
    /// <exception cref="StoreUnavailableException">The server does not answer. What the last comparison showed still holds.</exception>
    public async Task Compare(IStoreClock server, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (!isChecked) return;
        var before = TimeProvider.System.GetTimestamp();
        var told = await server.ReadClock(cancellationToken);
        var after = TimeProvider.System.GetTimestamp();
        Volatile.Write(ref _compared, new(before + ((after - before) / 2), told, TimeProvider.System.GetElapsedTime(before, after) / 2));
    }

    /// <summary>For people: which clock it is, and how it is checked.</summary>
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
