namespace Township.EventSourcing;

/// <summary>How far what queries see is behind the store.</summary>
/// <param name="Commits">Commits in the store and not in the rows.</param>
/// <param name="Time">How long ago the first of them was decided; zero when there is none.</param>
public sealed record SubscriptionLag(long Commits, TimeSpan Time);

/// <summary>How far a runner has come, for those who wait for it and those who measure it. Thread-safe.</summary>
sealed class SubscriptionProgress
{
    readonly Lock _lock = new();
    readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    long _position = -1;
    DateTimeOffset? _waitingSince;
    SubscriptionStoppedException? _stopped;
    bool _ended;

    public bool IsStopped
    {
        get { lock (_lock) return _stopped is not null; }
    }

    public void Tell(SubscriptionWorker worker, SubscriptionInterest interest)
    {
        var record = worker.Record;
        var shown = record.Live is { } live && live.Version == worker.Subscription.Version ? live : null;
        // Before there is a live build, the one that is to become it says why there is none.
        var failure = (shown ?? worker.Builds.FirstOrDefault())?.Failure;
        lock (_lock)
        {
            // What is passed over without looking need not be in the record yet.
            _position = shown is null ? -1 : shown.Failure is null && interest.QuietAfter(shown.Position) is { } quiet ? quiet : shown.Position;
            _waitingSince = worker.WaitingSince;
            _stopped = failure is null ? null : new(record.Name, failure);
            Answer();
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            Answer();
        }
    }

    public Task Reached(long position)
    {
        lock (_lock)
        {
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiter, position);
            Answer();
            return waiter.Task;
        }
    }

    public SubscriptionLag Lag(long head, DateTimeOffset now)
    {
        lock (_lock)
        {
            var behind = Math.Max(0, head - Math.Max(0, _position));
            var time = behind > 0 && _waitingSince is { } since && now > since ? now - since : TimeSpan.Zero;
            return new(behind, time);
        }
    }

    void Answer()
    {
        while (_waiting.TryPeek(out var waiter, out var position))
        {
            if (position <= _position) waiter.SetResult();
            else if (_stopped is { } stopped) waiter.SetException(stopped);
            else if (_ended) waiter.SetException(new ObjectDisposedException(nameof(SubscriptionRunner)));
            else return;
            _waiting.Dequeue();
        }
    }
}
