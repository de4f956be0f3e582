namespace Township.EventSourcing.Tests;

/// <summary>A clock whose timers are due at once, and move it on. It remembers how long they would have waited.</summary>
sealed class ImpatientClock : TimeProvider
{
    readonly Lock _lock = new();
    readonly List<TimeSpan> _waits = [];

    public IReadOnlyList<TimeSpan> Waits
    {
        get { lock (_lock) return [.. _waits]; }
    }

    /// <summary>How long everybody has waited, one after the other.</summary>
    public TimeSpan Waited => Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);

    public override DateTimeOffset GetUtcNow() => Bank.Start + Waited;

    public override long GetTimestamp() => (long)(Waited.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan) return base.CreateTimer(callback, state, dueTime, period);
        lock (_lock) _waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
