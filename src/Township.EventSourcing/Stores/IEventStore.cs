namespace Township.EventSourcing;

/// <summary>
/// Reads a store of commits. Implementations are thread-safe. A commit is never split: a read that touches one of its events returns all of it. A
/// read ends at the last commit that existed when it began.
/// </summary>
public interface IEventReader : IAsyncDisposable
{
    /// <summary>Returns the id of the history in the store. It never changes, and is the same in every copy of the store.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    /// <exception cref="StoreCorruptException">The store has no such id.</exception>
    Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default);

    /// <summary>Returns the commits of a stream; none if there is no such stream.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default);

    /// <summary>Returns all commits after a position (exclusive; 0 for all), in the global order.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default);

    /// <summary>Returns the commit of a command in a stream, or null.</summary>
    Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default);

    /// <summary>Returns the head of a stream; version 0 and the zero hash if there is no such stream.</summary>
    Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default);

    /// <summary>Returns the head of the log; position 0 and the zero hash if the store is empty.</summary>
    Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default);

    /// <summary>Returns all streams in the order of their names (by UTF-8 bytes), optionally of one category.</summary>
    IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default);
}

/// <summary>
/// A store of commits. The store itself enforces the uniqueness of (stream, version) and of (stream, command id), and the global order without
/// gaps. What it reports as committed is durable and readable by everyone.
/// </summary>
public interface IEventStore : IEventReader
{
    /// <summary>
    /// Appends a batch in one transaction, in order. Items may address the same stream several times. After all items before it, the store checks of
    /// each item: is its command stored already, is its stream as expected, do its guards hold?
    /// </summary>
    /// <remarks>
    /// A store may work on the calling thread while the disk is busy, as SQLite does: the group committer has a thread for nothing else, and on a
    /// busy machine each hand-over to another thread takes longer than the append. Other callers use a thread that may wait.
    /// </remarks>
    /// <returns>One result per item, in order.</returns>
    /// <exception cref="StoreUnavailableException">
    /// Nothing is known to be stored; see <see cref="StoreUnavailableException.MayHaveCommitted"/>. Appending the same batch again is safe: command
    /// ids make it idempotent.
    /// </exception>
    Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default);
}

/// <summary>The head of a stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The number of its events; 0 if there is no such stream.</param>
/// <param name="Hash">Its hash chain.</param>
public sealed record StreamHead(StreamId Stream, long Version, CommitHash Hash);

/// <summary>The head of a log.</summary>
/// <param name="Position">The number of its commits.</param>
/// <param name="LogHash">The hash chain over all of them.</param>
public sealed record LogHead(long Position, CommitHash LogHash);
