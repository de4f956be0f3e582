namespace Township.EventSourcing.Tests;

/// <summary>What happens to one attempt to append.</summary>
enum Fault
{
    /// <summary>It works.</summary>
    None,

    /// <summary>The store is unavailable; nothing is stored.</summary>
    Before,

    /// <summary>Everything is stored, but the acknowledgement is lost.</summary>
    LostAcknowledgement,

    /// <summary>An exception that no contract mentions.</summary>
    Bug,

    /// <summary>The same, thrown by the call itself instead of its task.</summary>
    BugAtOnce,
}

/// <summary>A store whose appends fail, or wait, as a test wishes. Reads always work.</summary>
sealed class FaultyStore(IEventStore inner) : IEventStore
{
    readonly Lock _lock = new();
    readonly Queue<Fault> _faults = [];
    readonly List<IReadOnlyList<Commit>> _batches = [];
    readonly List<Hold> _holds = [];
    Hold? _hold;

    /// <summary>Whether attempts fail, with nothing stored, for as long as something is so. Default never.</summary>
    public Func<bool> IsDown { get; set; } = () => false;

    /// <summary>Every batch that was tried, in order.</summary>
    public IReadOnlyList<IReadOnlyList<Commit>> Batches
    {
        get { lock (_lock) return [.. _batches]; }
    }

    /// <summary>How the next attempts end, one each; later ones work.</summary>
    public void Next(params ReadOnlySpan<Fault> faults)
    {
        lock (_lock)
            foreach (var fault in faults) _faults.Enqueue(fault);
    }

    /// <summary>Makes the next attempt wait.</summary>
    public Hold HoldNext()
    {
        lock (_lock)
        {
            _holds.Add(_hold = new Hold());
            return _hold;
        }
    }

    /// <summary>Lets everything go on, so that a failed test ends instead of waiting for ever.</summary>
    public void ReleaseAll()
    {
        lock (_lock)
            foreach (var hold in _holds) hold.Release();
    }

    public Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default)
    {
        Hold? hold;
        Fault fault;
        lock (_lock)
        {
            _batches.Add(batch);
            (hold, _hold) = (_hold, null);
            _faults.TryDequeue(out fault);
        }

        return fault == Fault.BugAtOnce ? throw new InvalidOperationException("A bug in the store.") : Append(batch, hold, fault, cancellationToken);
    }

    async Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, Hold? hold, Fault fault, CancellationToken cancellationToken)
    {
        if (hold is not null) await hold.Wait();
        if (fault == Fault.Before || IsDown()) throw new StoreUnavailableException("The store does not answer.");
        if (fault == Fault.Bug) throw new InvalidOperationException("A bug in the store.");
        var results = await inner.Append(batch, cancellationToken);
        return fault == Fault.LostAcknowledgement ? throw new StoreUnavailableException("The connection broke.", mayHaveCommitted: true) : results;
    }

    public IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default) => inner.ReadStream(stream, range, cancellationToken);

    public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) => inner.ReadAll(afterPosition, cancellationToken);

    public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) => inner.FindCommand(stream, commandId, cancellationToken);

    public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) => inner.ReadHead(stream, cancellationToken);

    public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => inner.ReadHistory(cancellationToken);

    public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) => inner.ReadLogHead(cancellationToken);

    public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) => inner.ListStreams(category, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    /// <summary>An attempt that waits until it is released.</summary>
    public sealed class Hold
    {
        readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Arrived => _arrived.Task;

        public void Release() => _released.TrySetResult();

        internal Task Wait()
        {
            _arrived.SetResult();
            return _released.Task;
        }
    }
}
