using Orleans.EventSourcing;

namespace Township.EventSourcing;

/// <summary>
/// What is durable of one grain: its state, folded from the stored bytes, and where that stands in the stream. Every
/// commit's hash is checked on the way: a history that was changed is never folded.
/// </summary>
sealed class ConfirmedLog<TState, TEvent>(StreamId stream, IEventReader store, EventFormat<TEvent> format, ILogViewAdaptorHost<TState, TEvent> host, TState initial)
    where TState : class, new()
    where TEvent : class
{
    TState _state = initial;
    Exception? _damage;

    /// <summary>Whether the stream was read to its end at least once since the state was last dropped.</summary>
    public bool IsLoaded { get; private set; }

    public StreamHead Head { get; private set; } = new(stream, 0, CommitHash.Zero);

    public DateTimeOffset DecidedAt { get; private set; } = DateTimeOffset.MinValue;

    /// <exception cref="AggregateFailureException">The stream cannot be folded: there is no state to show.</exception>
    public TState State => _damage is null ? _state : throw (_damage.ForClients() ?? _damage);

    public int Version => _damage is null ? checked((int)Head.Version) : throw (_damage.ForClients() ?? _damage);

    /// <summary>Folds what the stream has grown by since; tells of each commit after it was folded.</summary>
    public async Task ReadOn(Action<RecordedCommit> onCommit)
    {
        try
        {
            // The last known commit is read again: it must still be there, and be the same.
            var known = Head.Version > 0 ? Head : null;
            await foreach (var commit in store.ReadStream(stream, new(Math.Max(1, Head.Version))))
            {
                if (known is null) Fold(commit, onCommit);
                else if (commit.StreamHead != known) throw new StoreCorruptException($"{stream}: the commit at version {known.Version} has become another one; the history was changed.");
                known = null;
            }

            if (known is not null) throw new StoreCorruptException($"{stream}: version {known.Version} was there and is gone; the history was cut off.");
            (IsLoaded, _damage) = (true, null);
        }
        catch (Exception e) when (e is not StoreUnavailableException)
        {
            Drop(e);
            throw;
        }
    }

    /// <summary>
    /// The events after one version up to another, which must not lie beyond the head. The stream is read from its first
    /// commit to the head that was folded, so that what is given out is proven to be part of that very history.
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

        return at == end ? events : throw new StoreCorruptException($"{stream}: version {end.Version} is not the one that was read before; the history was changed.");
    }

    /// <summary>Folds a commit of our own that was stored right after the head.</summary>
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
            throw new StoreCorruptException($"{stream}: the commit at version {commit.FirstVersion} does not match its hash {commit.Hash}; the history was changed.");
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

    // A state that was changed half-way is shown to nobody; the next reading starts from the beginning.
    void Drop(Exception damage)
    {
        (_state, _damage, IsLoaded) = (new TState(), damage, false);
        (Head, DecidedAt) = (new(stream, 0, CommitHash.Zero), DateTimeOffset.MinValue);
    }
}
