using Orleans.EventSourcing;

namespace Township.EventSourcing;

/// <summary>
/// The durable state of one grain, folded from the stored bytes, and its position in the stream. Every commit's hash is checked: an
/// altered history is never folded.
/// </summary>
sealed class ConfirmedLog<TState, TEvent>(
    StreamId stream, IEventReader store, EventFormat<TEvent> format, ILogViewAdaptorHost<TState, TEvent> host, TState initial)
    where TState : class, new()
    where TEvent : class
{
    TState _state = initial;
    Exception? _damage;

    /// <summary>Whether the stream was read to its end since the state was last dropped.</summary>
    public bool IsLoaded { get; private set; }

    public StreamHead Head { get; private set; } = new(stream, 0, CommitHash.Zero);

    public DateTimeOffset DecidedAt { get; private set; } = DateTimeOffset.MinValue;

    /// <exception cref="AggregateFailureException">The stream cannot be folded, so there is no state.</exception>
    public TState State => _damage is null ? _state : throw (_damage.ForClients() ?? _damage);

    public int Version => _damage is null ? checked((int)Head.Version) : throw (_damage.ForClients() ?? _damage);

    /// <summary>Folds the commits that were added to the stream; calls <paramref name="onCommit"/> for each after it was folded.</summary>
    public async Task ReadOn(Action<RecordedCommit> onCommit)
    {
        try
        {
            // Reads the last known commit again: it must still be there and be the same.
            var known = Head.Version > 0 ? Head : null;
            await foreach (var commit in store.ReadStream(stream, new(Math.Max(1, Head.Version))))
            {
                if (known is null) Fold(commit, onCommit);
                else if (commit.StreamHead != known)
                    throw new StoreCorruptException(
                        $"{stream}: the commit at version {known.Version} differs from the one that was read before; "
                            + "the history was changed.");
                known = null;
            }

            if (known is not null)
                throw new StoreCorruptException($"{stream}: version {known.Version} no longer exists; the history was cut off.");
            (IsLoaded, _damage) = (true, null);
        }
        catch (Exception e) when (e is not StoreUnavailableException)
        {
            Drop(e);
            throw;
        }
    }

    /// <summary>
    /// Returns the events after one version up to another, which must not be beyond the head. Reads the stream from its first commit to the
    /// folded head, which proves that the events are part of that history.
    /// </summary>
    public async Task<IReadOnlyList<TEvent>> Read(int from, int to)
    {
        if (from == to) return [];
        var (events, end, at) = (new List<TEvent>(to - from), Head, new StreamHead(stream, 0, CommitHash.Zero));
        await foreach (var commit in store.ReadStream(stream, StreamRange.UpTo(end.Version)))
        {
            ThrowIfNotNext(commit, at);
            at = commit.StreamHead;
            var version = commit.PreviousVersion;
            foreach (var stored in commit.Events)
                if (++version > from && version <= to) events.Add(format.Read(stored));
        }

        return at == end
            ? events
            : throw new StoreCorruptException(
                $"{stream}: version {end.Version} is not the one that was read before; the history was changed.");
    }

    /// <summary>Folds a commit of this activation that was stored right after the head.</summary>
    public void Append(StreamHead next, IEnumerable<StoredMessage> events, DateTimeOffset decidedAt)
    {
        try
        {
            Fold(events);
            (Head, DecidedAt) = (next, decidedAt);
        }
        catch (Exception e)
        {
            Drop(e);
            throw;
        }
    }

    void Fold(RecordedCommit commit, Action<RecordedCommit> onCommit)
    {
        ThrowIfNotNext(commit, Head);
        Fold(commit.Events);
        (Head, DecidedAt) = (commit.StreamHead, commit.DecidedAt);
        onCommit(commit);
    }

    void ThrowIfNotNext(RecordedCommit commit, StreamHead after)
    {
        if (commit.PreviousVersion != after.Version)
            throw new StoreCorruptException($"{stream}: version {after.Version} is followed by version {commit.FirstVersion}.");
        if (!commit.HasHashAfter(after.Hash))
            throw new StoreCorruptException(
                $"{stream}: the commit at version {commit.FirstVersion} does not match its hash {commit.Hash}; the history was changed.");
    }

    void Fold(IEnumerable<StoredMessage> events)
    {
        var version = Head.Version;
        foreach (var stored in events)
        {
            version++;
            try
            {
                host.UpdateView(_state, format.Read(stored));
            }
            catch (Exception e)
            {
                throw new FoldException(stream, version, stored.Name, e);
            }
        }
    }

    // A partly changed state must not be used; the next reading starts from the beginning.
    void Drop(Exception damage)
    {
        (_state, _damage, IsLoaded) = (new TState(), damage, false);
        (Head, DecidedAt) = (new(stream, 0, CommitHash.Zero), DateTimeOffset.MinValue);
    }
}
