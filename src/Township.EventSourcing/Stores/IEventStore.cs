namespace Township.EventSourcing;

/// <summary>
/// Reads a store of commits. Implementations are thread-safe. A commit is never split: a read that touches one of its
/// events returns all of it. Reads end at what was there when they began.
/// </summary>
public interface IEventReader : IAsyncDisposable
{
    /// <summary>Which history the store holds. The same for as long as there is the store, and in every copy of it.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    /// <exception cref="StoreCorruptException">The store does not say.</exception>
    Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default);

    /// <summary>The commits of a stream; none when there is no such stream.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default);

    /// <summary>All commits after a position (exclusive; 0 for all), in the global order.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default);

    /// <summary>The commit of a command in a stream, or null.</summary>
    Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default);

    /// <summary>Where a stream stands; version 0 and the zero hash when there is no such stream.</summary>
    Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default);

    /// <summary>Where the whole store stands; position 0 and the zero hash when it is empty.</summary>
    Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default);

    /// <summary>All streams in the order of their names (by UTF-8 bytes), optionally of one category.</summary>
    IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default);
}

/// <summary>
/// A store of commits. One result per item; uniqueness of (stream, version) and (stream, command id) and the gap-free
/// global order are enforced by the store itself. What it reports as committed is durable and readable by everyone.
/// </summary>
public interface IEventStore : IEventReader
{
    /// <summary>
    /// Appends a batch in one transaction, in order. Items may address the same stream several times. Of each item the store asks whether its
    /// command is there already, then whether its stream is as expected, then whether its guards hold, after all items before it.
    /// </summary>
    /// <remarks>
    /// A store may work on the calling thread while the disk is busy, as SQLite does: the group committer has a thread for nothing else, and on a
    /// busy machine each hand-over to another thread takes longer than the append. Other callers use a thread that may wait.
    /// </remarks>
    /// <returns>One result per item, in order.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is known to be stored; see <see cref="StoreUnavailableException.MayHaveCommitted"/>. Appending the same batch again is safe: command ids make it idempotent.</exception>
    Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default);
}

/// <summary>Where a stream stands.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The number of its events; 0 when there is no such stream.</param>
/// <param name="Hash">Its hash chain.</param>
public sealed record StreamHead(StreamId Stream, long Version, CommitHash Hash);

/// <summary>Where a store stands.</summary>
/// <param name="Position">The number of its commits.</param>
/// <param name="LogHash">The hash chain over all of them.</param>
public sealed record LogHead(long Position, CommitHash LogHash);
