namespace Township.EventSourcing;

/// <summary>
/// What this process knows of the end of the log: how far it reaches, and which categories its newest part is about. Tasks can wait for it to
/// grow. Thread-safe.
/// </summary>
/// <remarks>
/// The group committer and the <see cref="LogWatcher"/> report stretches of the log. Stretches that join form the known part. A stretch that
/// does not join yet, because another process wrote in between, is kept until the watcher has read the gap.
/// </remarks>
public sealed class CommitSignal
{
    // Stretches beyond a gap. If the gap is never filled, the older part is given up.
    const int MaxBeyondGap = 1000;

    readonly Lock _lock = new();
    readonly Dictionary<string, long> _lastOf = [];
    readonly SortedList<long, LogStretch> _beyond = [];
    TaskCompletionSource? _bell;
    LogMark? _known;
    long _position, _knownAfter;

    /// <summary>The highest position reported so far; 0 before the first report.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>The last commit of the known part; null if nothing is known.</summary>
    public LogMark? Known
    {
        get { lock (_lock) return _known; }
    }

    /// <summary>Reports that the log reaches a position. A lower position than before changes nothing.</summary>
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

    /// <summary>Reports a stretch of the log with its categories: subscriptions to other categories need not read it.</summary>
    /// <returns>Whether the known part has grown.</returns>
    public bool Raise(LogStretch stretch)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        bool isNews;
        lock (_lock) isNews = Learn(stretch);
        Raise(stretch.Last.Position);
        return isNews;
    }

    /// <summary>Forgets the known part: after a failed append it is not certain what is stored.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _known = null;
            _beyond.Clear();
        }
    }

    /// <summary>
    /// The last position of the known part if nothing after <paramref name="position"/> is of these categories; otherwise null. It only saves
    /// a read: after a fail-over the log may be another one.
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
    /// Whether only a gap lies ahead of a position: everything reported behind it is of other categories, and the watcher is about to read
    /// the gap.
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

    /// <summary>Completes when the log is known to reach beyond a position.</summary>
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
        if (_known is null || _beyond.Count == MaxBeyondGap) Begin(stretch.After);
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
