using Microsoft.Extensions.Logging;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// The embedded event store: one SQLite file, written by one silo and readable by other processes at the same time. Commits are durable
/// when they are acknowledged (write-ahead log, <c>synchronous=FULL</c>). The database itself enforces versions, command ids and positions.
/// Thread-safe; appends are stored in the order of the calls, one transaction each.
/// </summary>
public sealed class SqliteEventStore : IEventStore, ISelectiveReader
{
    readonly StoreLock _lock;
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly BatchWriter _writer;
    readonly SqliteEventReader _reader;
    bool _closed;

    internal SqliteEventStore(StoreLock @lock, BatchWriter writer, SqliteEventReader reader) =>
        (_lock, _writer, _reader) = (@lock, writer, reader);

    /// <summary>Opens a store for writing. Creates a missing store and migrates an older one.</summary>
    /// <exception cref="StoreOpenException">The store is in use by another silo, belongs to another application or a newer version, or
    /// its folder is not writable.
    /// </exception>
    /// <exception cref="StoreCorruptException">The stored data contradicts itself.</exception>
    public static Task<SqliteEventStore> Open(
        SqliteStoreOptions options, ILogger<SqliteEventStore> logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path);
        return Task.Run(() => StoreOpening.Open(options, logger), cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>
    /// Writes on the calling thread. An append can be cancelled until it is its turn; from then on it is stored or fails as a whole.
    /// </remarks>
    /// <exception cref="ArgumentException">A text cannot be stored exactly. Nothing was written.</exception>
    /// <exception cref="CommitTooLargeException">A commit is too large. Nothing was written.</exception>
    /// <exception cref="StoreCorruptException">The store contradicts itself. It accepts no appends until it is opened again.
    /// </exception>
    public Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var commit in batch) commit.ThrowIfNotStorable();
        return Write(() => _writer.Append(batch), cancellationToken);
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
    public Task<LogSlice> ReadSlice(
        long afterPosition, EquatableList<string> categories, int limit, CancellationToken cancellationToken = default) =>
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

    /// <summary>Waits for the appends in progress, closes the file and releases its lock.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_closed) return;
            _closed = true;
            _writer.Close();
        }
        finally
        {
            _turn.Release();
        }

        await _reader.DisposeAsync();
        // Must be the last connection to close, because SQLite then copies the log into the database file.
        _writer.Dispose();
        _lock.Dispose();
    }

    /// <summary>Runs a function on the writer's connection. For tests that make it fail.</summary>
    internal Task<T> OnWriter<T>(Func<Microsoft.Data.Sqlite.SqliteConnection, T> work) =>
        Write(() => work(_writer.Connection), CancellationToken.None);

    async Task<T> Write<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
