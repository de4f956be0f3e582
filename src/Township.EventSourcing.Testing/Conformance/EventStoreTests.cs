using Xunit;

namespace Township.EventSourcing.Testing;

/// <summary>
/// A test of a store. Derive from <see cref="EventStoreConformance"/> (and <see cref="LargeNumberConformance"/>) in a test project and open
/// your store; every test gets an instance of the class, and so an empty store, of its own.
/// </summary>
public abstract class EventStoreTests : IAsyncLifetime
{
    IEventStore? _store;

    /// <summary>The open store.</summary>
    protected IEventStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    /// <summary>
    /// Opens the store of this test: first an empty one; called again after that was disposed, the same data.
    /// </summary>
    protected abstract Task<IEventStore> Open();

    /// <summary>
    /// Opens another writer on the same data while the first is open. Default: the same store, for stores with one writer.
    /// </summary>
    protected virtual Task<IEventStore> OpenAnother() => Task.FromResult(Store);

    /// <summary>Opens another reader of the same data while the store is open. Default: the same store.</summary>
    protected virtual Task<IEventReader> OpenReader() => Task.FromResult<IEventReader>(Store);

    /// <summary>Closes the store and opens it again.</summary>
    protected async Task Reopen()
    {
        await Store.DisposeAsync();
        _store = await Open();
    }

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync() => _store = await Open();

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Appends commits as one batch.</summary>
    protected Task<IReadOnlyList<AppendResult>> Append(params Commit[] batch) => Store.Append(batch);

    /// <summary>Appends one commit.</summary>
    protected async Task<AppendResult> AppendOne(Commit commit) => Assert.Single(await Store.Append([commit]));

    /// <summary>Returns everything in the store.</summary>
    protected Task<List<RecordedCommit>> All(long after = 0) => Collected(Store.ReadAll(after));

    /// <summary>Returns the commits of a stream.</summary>
    protected Task<List<RecordedCommit>> Stream(StreamId stream, StreamRange? range = null) =>
        Collected(Store.ReadStream(stream, range ?? StreamRange.All));

    /// <summary>Returns all items of a read.</summary>
    protected static async Task<List<T>> Collected<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items) list.Add(item);
        return list;
    }

    /// <summary>Returns the content of an empty store after these commits, computed without a store.</summary>
    protected static List<RecordedCommit> Recorded(params IEnumerable<Commit> commits)
    {
        var log = new LogHead(0, CommitHash.Zero);
        var heads = new Dictionary<StreamId, StreamHead>();
        var recorded = new List<RecordedCommit>();
        foreach (var commit in commits)
        {
            var head = heads.GetValueOrDefault(commit.Stream) ?? new(commit.Stream, 0, CommitHash.Zero);
            var next = RecordedCommit.Following(log, head, commit.Content);
            recorded.Add(next);
            (log, heads[commit.Stream]) = (next.LogHead, next.StreamHead);
        }

        return recorded;
    }

    /// <summary>Returns the result of a commit that was stored.</summary>
    protected static AppendResult Committed(RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return new AppendResult.Committed(commit.Position, commit.LastVersion, commit.Hash);
    }
}
