namespace Township.EventSourcing;

/// <summary>
/// How far a store is known to reach, what is known of its newest part, and a bell that rings when it gets further. Thread-safe.
/// </summary>
public sealed class CommitSignal
{
    // What was told of beyond a gap waits for whoever looks into the gap. When nobody does, the older part is given up.
    const int MostWaiting = 1000;

    readonly Lock _lock = new();
    readonly Dictionary<string, long> _lastOf = [];
    readonly SortedList<long, LogStretch> _beyond = [];
    TaskCompletionSource? _bell;
    LogMark? _known;
    long _position, _knownAfter;

    /// <summary>The highest position that was ever told; 0 before the first one.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>The commit up to which it is known what there is; null when it is not known of any.</summary>
    public LogMark? Known
    {
        get { lock (_lock) return _known; }
    }

    /// <summary>Tells that the store reaches up to a position. A lower one than before changes nothing.</summary>
    public void Raise(long position)
    {
        TaskCompletionSource? bell;
        lock (_lock)
        {
            if (position <= _position) return;
            Volatile.Write(ref _position, position);
            (bell, _bell) = (_bell, null);
        }

        bell?.SetResult();
    }

    /// <summary>Tells the same, and what there is: those who wait for other categories need not look.</summary>
    /// <returns>Whether more is known now than before.</returns>
    public bool Raise(LogStretch stretch)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        bool isNews;
        lock (_lock) isNews = Learn(stretch);
        Raise(stretch.Last.Position);
        return isNews;
    }

    /// <summary>Unlearns what there is: an append has failed, and nobody knows what is stored.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _known = null;
            _beyond.Clear();
        }
    }

    /// <summary>
    /// The newest position up to which, after another one, there is nothing of some categories; null when that is not known
    /// of any. A reason not to look yet, no more: a fail-over may have lost it.
    /// </summary>
    public long? QuietAfter(long position, EquatableList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        lock (_lock)
        {
            if (_known is null || position < _knownAfter || position >= _known.Position) return null;
            foreach (var category in categories)
                if (_lastOf.TryGetValue(category, out var last) && last > position) return null;
            return _known.Position;
        }
    }

    /// <summary>
    /// Whether all that may matter after a position lies in a gap: something of other categories was told of behind it, and
    /// whoever looks into gaps will tell soon.
    /// </summary>
    public bool IsOnlyGapAfter(long position, EquatableList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        lock (_lock)
        {
            if (_known is null || _beyond.Count == 0 || position < _knownAfter) return false;
            var last = _beyond.GetValueAtIndex(_beyond.Count - 1).Last.Position;
            return _position == last && !categories.Any(c => _lastOf.TryGetValue(c, out var at) && at > position)
                && !_beyond.Values.Any(s => s.Last.Position > position && s.Categories.Any(categories.Contains));
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
                next = (_bell ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    bool Learn(LogStretch stretch)
    {
        if (stretch.Last.Position <= _known?.Position) return false;
        if (_known is null || _beyond.Count == MostWaiting) Begin(stretch.After);
        _beyond[stretch.After] = stretch;
        var before = _known;
        while (_beyond.Count > 0 && _beyond.GetValueAtIndex(0) is var next && next.After <= (_known?.Position ?? _knownAfter))
        {
            _beyond.RemoveAt(0);
            if (next.Last.Position <= _known?.Position) continue;
            _known = next.Last;
            foreach (var category in next.Categories) _lastOf[category] = next.Last.Position;
        }

        return _known != before;
    }

    void Begin(long after)
    {
        (_known, _knownAfter) = (null, after);
        _lastOf.Clear();
        _beyond.Clear();
    }
}

/// <summary>A part of the log, told by what it is about.</summary>
/// <param name="After">The position before its first commit.</param>
/// <param name="Last">Its last commit.</param>
/// <param name="Categories">The categories of all its commits.</param>
public sealed record LogStretch(long After, LogMark Last, IReadOnlyCollection<string> Categories);

/// <summary>A commit of the log, by its place and its hash.</summary>
/// <param name="Position">Its place in the global order.</param>
/// <param name="Hash">Its own hash, in the chain of its stream.</param>
public sealed record LogMark(long Position, CommitHash Hash);
