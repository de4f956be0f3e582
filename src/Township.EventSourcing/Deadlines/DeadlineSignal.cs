namespace Township.EventSourcing;

/// <summary>Wakes whoever sleeps until a moment when something is due before it. Thread-safe.</summary>
sealed class DeadlineSignal
{
    readonly Lock _lock = new();
    DateTimeOffset _earliest = DateTimeOffset.MaxValue;
    TaskCompletionSource? _waiting;
    DateTimeOffset _waitingUntil;

    /// <summary>Forgets what was told: to be called before looking, not after.</summary>
    public void Reset()
    {
        lock (_lock) _earliest = DateTimeOffset.MaxValue;
    }

    /// <summary>Tells that something is due at a moment.</summary>
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
    /// Ends when something is due before a moment, or at once when that was told since the last reset. For one caller at a time.
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
