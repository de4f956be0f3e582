using Microsoft.Extensions.Logging;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// The embedded event store: one SQLite file, written by one silo, read by anybody at the same time. Commits are durable when they are
/// answered (write-ahead log, <c>synchronous=FULL</c>). Versions, command ids and positions are guarded by the database itself.
/// Thread-safe; appends are stored in the order of the calls, one transaction each.
/// </summary>
public sealed class SqliteEventStore : IBlockingStore, ISelectiveReader
{
    readonly StoreLock _lock;
    readonly WriterThread _thread;
    readonly BatchWriter _writer;
    readonly SqliteEventReader _reader;
    int _disposed;

    internal SqliteEventStore(StoreLock @lock, BatchWriter writer, SqliteEventReader reader) =>
        (_lock, _writer, _reader, _thread) = (@lock, writer, reader, new("township-sqlite-writer"));

    /// <summary>Opens a store for writing; makes it when there is none, and brings an older one up to date.</summary>
    /// <exception cref="StoreOpenException">It is in use by another silo, belongs to another application or a newer version, or its
    /// folder cannot be written to.
    /// </exception>
    /// <exception cref="StoreCorruptException">What is stored contradicts itself.</exception>
    public static Task<SqliteEventStore> Open(SqliteStoreOptions options, ILogger<SqliteEventStore> logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path);
        return Task.Run(() => StoreOpening.Open(options, logger), cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Cancelling works until the batch's turn has come; from then on it is stored or fails as a whole.</remarks>
    /// <exception cref="ArgumentException">A text cannot be stored exactly. Nothing was written.</exception>
    /// <exception cref="CommitTooLargeException">A commit is too large. Nothing was written.</exception>
    /// <exception cref="StoreCorruptException">The store contradicts itself; it takes nothing any more until it is opened again.
    /// </exception>
    public Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var commit in batch) commit.ThrowIfNotStorable();
        return _thread.Do(() => _writer.Append(batch), cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">A text cannot be stored exactly. Nothing was written.</exception>
    /// <exception cref="CommitTooLargeException">A commit is too large. Nothing was written.</exception>
    /// <exception cref="StoreCorruptException">The store contradicts itself; it takes nothing any more until it is opened again.
    /// </exception>
    public IReadOnlyList<AppendResult> AppendBlocking(IReadOnlyList<Commit> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var commit in batch) commit.ThrowIfNotStorable();
        return _thread.DoHere(() => _writer.Append(batch));
    }

    /// <inheritdoc />
    public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => _reader.ReadHistory(cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default) =>
        _reader.ReadStream(stream, range, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) =>
        _reader.ReadAll(afterPosition, cancellationToken);

    /// <inheritdoc />
    public Task<LogSlice> ReadSlice(long afterPosition, EquatableList<string> categories, int limit, CancellationToken cancellationToken = default) =>
        _reader.ReadSlice(afterPosition, categories, limit, cancellationToken);

    /// <inheritdoc />
    public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) =>
        _reader.FindCommand(stream, commandId, cancellationToken);

    /// <inheritdoc />
    public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) =>
        _reader.ReadHead(stream, cancellationToken);

    /// <inheritdoc />
    public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) => _reader.ReadLogHead(cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) =>
        _reader.ListStreams(category, cancellationToken);

    /// <summary>Stores what was handed in, closes the file and lets go of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await _thread.Stop(_writer.Close);
        await _reader.DisposeAsync();
        // Last of all connections: SQLite then folds the log into the database file.
        _writer.Dispose();
        _lock.Dispose();
    }

    /// <summary>Runs something on the writer's connection: tests make it fail there.</summary>
    internal Task<T> OnWriter<T>(Func<Microsoft.Data.Sqlite.SqliteConnection, T> work) => _thread.Do(() => work(_writer.Connection), CancellationToken.None);
}
