namespace Township.Auditing;

/// <summary>A state of a stream, and what it says as facts: decisions ask for the same ones again and again.</summary>
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
/// The states of the streams worked on last, so that the global order can be folded in one pass in bounded memory. A state that was
/// forgotten is folded again from its stream. Two generations instead of a linked list: when the young one is full it becomes the old one.
/// </summary>
sealed class StateCache(IEventReader reader, int capacity)
{
    readonly int _generation = Math.Max(1, capacity / 2);
    Dictionary<StreamId, KnownState> _young = [], _old = [];

    /// <summary>The newest state of a stream that was folded and is still known.</summary>
    public KnownState? Newest(StreamId stream)
    {
        if (_young.TryGetValue(stream, out var known)) return known;
        if (_old.TryGetValue(stream, out known)) Keep(stream, known);
        return known;
    }

    /// <summary>The state on which a commit was decided.</summary>
    /// <exception cref="FoldException">The stream does not fold up to there.</exception>
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
    /// <exception cref="FoldException">An event does not fold.</exception>
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
