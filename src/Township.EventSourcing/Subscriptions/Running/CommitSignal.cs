namespace Township.EventSourcing;

/// <summary>How far a store is known to reach, and a bell that rings when it gets further. Thread-safe.</summary>
public sealed class CommitSignal
{
    readonly Lock _lock = new();
    TaskCompletionSource? _waiting;
    long _position;

    /// <summary>The highest position that was ever told; 0 before the first one.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>Tells that the store reaches up to a position. A lower one than before changes nothing.</summary>
    public void Raise(long position)
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            if (position <= _position) return;
            Volatile.Write(ref _position, position);
            (waiting, _waiting) = (_waiting, null);
        }

        waiting?.SetResult();
    }

    /// <summary>Ends when the store is known to reach beyond a position.</summary>
    public async Task Beyond(long position, CancellationToken cancellationToken = default)
    {
        while (Position <= position)
        {
            Task next;
            lock (_lock)
            {
                if (_position > position) return;
                next = (_waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }
}
