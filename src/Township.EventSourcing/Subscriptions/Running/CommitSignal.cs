namespace Township.EventSourcing;

/// <summary>
/// How far a store is known to reach, what is known of its newest part, and a bell that rings when it gets further. Thread-safe.
/// </summary>
public sealed class CommitSignal
{
    readonly Lock _lock = new();
    readonly Dictionary<string, long> _lastOf = [];
    TaskCompletionSource? _waiting;
    LogMark? _known;
    long _position, _knownAfter;

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

    /// <summary>Tells the same, and what there is: those who wait for other categories need not look.</summary>
    /// <param name="after">The position before the first commit told of.</param>
    /// <param name="last">The last commit told of.</param>
    /// <param name="categories">The categories of all commits between the two, the last one included.</param>
    public void Raise(long after, LogMark last, IReadOnlyCollection<string> categories)
    {
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(categories);
        lock (_lock)
        {
            // Somebody else wrote in between: what is known begins anew.
            if (_known?.Position != after)
            {
                _lastOf.Clear();
                _knownAfter = after;
            }

            _known = last;
            foreach (var category in categories) _lastOf[category] = last.Position;
        }

        Raise(last.Position);
    }

    /// <summary>Unlearns what there is: an append has failed, and nobody knows what is stored.</summary>
    public void Forget()
    {
        lock (_lock) _known = null;
    }

    /// <summary>
    /// The newest commit up to which, after a position, there is nothing of some categories; null when that is not known
    /// of any. It holds as long as that commit is where it was: whoever relies on it looks.
    /// </summary>
    public LogMark? QuietAfter(long position, EquatableList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        lock (_lock)
        {
            if (_known is null || position < _knownAfter || position >= _known.Position) return null;
            foreach (var category in categories)
                if (_lastOf.TryGetValue(category, out var last) && last > position) return null;
            return _known;
        }
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
