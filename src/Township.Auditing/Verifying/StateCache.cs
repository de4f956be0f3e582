namespace Township.Auditing;

/// <summary>A state of a stream and the facts computed from it, because decisions ask for the same facts again and again.</summary>
sealed class KnownState(object state, long version)
{
    Dictionary<(string Name, int Schema), JsonBytes>? _facts;

    public object State => state;

    public long Version => version;

    public JsonBytes Fact(IAggregateType type, CapturedFact fact)
    {
        _facts ??= [];
        if (!_facts.TryGetValue((fact.Name, fact.Schema), out var said))
            _facts.Add((fact.Name, fact.Schema), said = type.WriteFact(state, fact.Stream, fact.Name, fact.Schema));
        return said;
    }
}

/// <summary>
/// A cache of the states of recently used streams, so that the global order can be folded in one pass with bounded memory. A dropped state
/// is folded again from its stream. It uses two generations instead of a linked list: when the young one is full, it becomes the old one,
/// and the previous old one is dropped.
/// </summary>
sealed class StateCache(IEventReader reader, int capacity)
{
    readonly int _generation = Math.Max(1, capacity / 2);
    Dictionary<StreamId, KnownState> _young = [], _old = [];

    /// <summary>Returns the newest folded state of a stream in the cache.</summary>
    public KnownState? Newest(StreamId stream)
    {
        if (_young.TryGetValue(stream, out var known)) return known;
        if (_old.TryGetValue(stream, out known)) Keep(stream, known);
        return known;
    }

    /// <summary>Returns the state on which a commit was decided.</summary>
    /// <exception cref="FoldException">The stream cannot be folded up to there.</exception>
    public async ValueTask<object> Before(RecordedCommit commit, IAggregateType type, CancellationToken cancellationToken)
    {
        if (commit.PreviousVersion == 0) return type.Initial;
        if (Newest(commit.Stream) is { } known && known.Version == commit.PreviousVersion) return known.State;
        var (state, version) = (type.Initial, 0L);
        await foreach (var earlier in reader.ReadStream(commit.Stream, StreamRange.UpTo(commit.PreviousVersion), cancellationToken))
            foreach (var e in earlier.Events) state = type.Fold(state, commit.Stream, ++version, e);
        return state;
    }

    /// <summary>Folds a commit onto the state before it.</summary>
    /// <exception cref="FoldException">An event cannot be folded.</exception>
    public void Fold(RecordedCommit commit, IAggregateType type, object before)
    {
        var (state, version) = (before, commit.PreviousVersion);
        foreach (var e in commit.Events) state = type.Fold(state, commit.Stream, ++version, e);
        Keep(commit.Stream, new(state, version));
    }

    void Keep(StreamId stream, KnownState known)
    {
        _young[stream] = known;
        if (_young.Count < _generation) return;
        (_old, _young) = (_young, _old);
        _young.Clear();
    }
}
