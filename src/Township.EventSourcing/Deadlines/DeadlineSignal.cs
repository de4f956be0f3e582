namespace Township.EventSourcing;

/// <summary>Wakes a sleeping caller when a deadline is set that is due before the end of its sleep. Thread-safe.</summary>
sealed class DeadlineSignal
{
    readonly Lock _lock = new();
    DateTimeOffset _earliest = DateTimeOffset.MaxValue;
    TaskCompletionSource? _waiting;
    DateTimeOffset _waitingUntil;

    /// <summary>Forgets earlier signals. Call it before looking for due deadlines, not after.</summary>
    public void Reset()
    {
        lock (_lock) _earliest = DateTimeOffset.MaxValue;
    }

    /// <summary>Signals that a deadline is due at the given moment.</summary>
    public void Raise(DateTimeOffset dueAt)
    {
        TaskCompletionSource? waiting = null;
        lock (_lock)
        {
            if (dueAt < _earliest) _earliest = dueAt;
            if (_earliest < _waitingUntil) (waiting, _waiting) = (_waiting, null);
        }

        waiting?.TrySetResult();
    }

    /// <summary>
    /// Completes when a deadline that is due before <paramref name="moment"/> is signalled; at once when that happened since the last
    /// <see cref="Reset"/>. Supports one caller at a time.
    /// </summary>
    public Task Before(DateTimeOffset moment)
    {
        lock (_lock)
        {
            if (_earliest < moment) return Task.CompletedTask;
            (_waiting, _waitingUntil) = (new(TaskCreationOptions.RunContinuationsAsynchronously), moment);
            return _waiting.Task;
        }
    }
}
