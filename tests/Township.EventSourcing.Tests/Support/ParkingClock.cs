using Microsoft.Extensions.Time.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>A clock that tests move, and that knows how many wait for it: time goes on when everybody has come to rest, not before.</summary>
sealed class ParkingClock(DateTimeOffset start) : TimeProvider
{
    readonly FakeTimeProvider _time = new(start);
    readonly Lock _lock = new();
    readonly HashSet<object> _waiting = [];
    readonly List<(int Count, TaskCompletionSource Parked)> _watching = [];

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

    public override long GetTimestamp() => _time.GetTimestamp();

    public void Advance(TimeSpan by) => _time.Advance(by);

    /// <summary>Ends when so many wait for time to pass.</summary>
    public Task Parked(int count)
    {
        var parked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_waiting.Count >= count) parked.SetResult();
            else _watching.Add((count, parked));
        }

        return parked.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var key = new object();
        if (dueTime != Timeout.InfiniteTimeSpan) Wait(key);
        return new Timer(this, key, _time.CreateTimer(
            s =>
            {
                Wake(key);
                callback(s);
            }, state, dueTime, period));
    }

    void Wait(object key)
    {
        lock (_lock)
        {
            _waiting.Add(key);
            foreach (var (_, parked) in _watching.Where(w => w.Count <= _waiting.Count)) parked.TrySetResult();
            _watching.RemoveAll(w => w.Parked.Task.IsCompleted);
        }
    }

    void Wake(object key)
    {
        lock (_lock) _waiting.Remove(key);
    }

    sealed class Timer(ParkingClock clock, object key, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan) clock.Wake(key);
            else clock.Wait(key);
            return inner.Change(dueTime, period);
        }

        public void Dispose()
        {
            clock.Wake(key);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.Wake(key);
            return inner.DisposeAsync();
        }
    }
}
