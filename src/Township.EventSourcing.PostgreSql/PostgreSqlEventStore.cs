using Microsoft.Extensions.Logging;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// The event store for clusters: one PostgreSQL database, written by any number of silos. Commits are durable when they are acknowledged.
/// The database itself enforces versions, command ids and the order of positions, so silos need not know of each other. Thread-safe;
/// appends of one instance are stored in the order of the calls, one transaction each.
/// </summary>
public sealed class PostgreSqlEventStore : IEventStore, ISelectiveReader, ISharedLogReader, IStorageCheck, IStoreClock
{
    readonly BatchWriter _writer;
    readonly PostgreSqlEventReader _reader;

    internal PostgreSqlEventStore(BatchWriter writer, PostgreSqlEventReader reader) => (_writer, _reader) = (writer, reader);

    /// <summary>
    /// Opens a store for writing. Creates a missing store and migrates an older one unless
    /// <see cref="PostgreSqlStoreOptions.Migrate"/> is false.
    /// </summary>
    /// <exception cref="StoreOpenException">The server cannot be reached or used, or the schema belongs to another application or a newer
    /// version, or is older and this role may not migrate it.
    /// </exception>
    /// <exception cref="StoreCorruptException">The stored data contradicts itself.</exception>
    public static Task<PostgreSqlEventStore> Open(
        PostgreSqlStoreOptions options, ILogger<PostgreSqlEventStore> logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ConnectionString);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Partitions, 1);
        return StoreOpening.Open(options, logger, cancellationToken);
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
        return _writer.Append(batch, cancellationToken);
    }

    /// <inheritdoc />
    public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => _reader.ReadHistory(cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default) =>
        _reader.ReadStream(stream, range, cancellationToken);

    /// <inheritdoc />
    /// <remarks>Reads from a replica if one is configured.</remarks>
    public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) =>
        _reader.ReadAll(afterPosition, cancellationToken);

    /// <inheritdoc />
    /// <remarks>Reads from a replica if one is configured.</remarks>
    public Task<LogSlice> ReadSlice(
        long afterPosition, EquatableList<string> categories, int limit, CancellationToken cancellationToken = default) =>
        _reader.ReadSlice(afterPosition, categories, limit, cancellationToken);

    /// <inheritdoc />
    /// <remarks>Reads from a replica if one is configured, because subscriptions read there.</remarks>
    public Task<LogStretch?> ReadNews(long afterPosition, CommitHash? afterHash = null, CancellationToken cancellationToken = default) =>
        _reader.ReadNews(afterPosition, afterHash, cancellationToken);

    /// <inheritdoc />
    public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) =>
        _reader.FindCommand(stream, commandId, cancellationToken);

    /// <inheritdoc />
    public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) =>
        _reader.ReadHead(stream, cancellationToken);

    /// <inheritdoc />
    public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) => _reader.ReadLogHead(cancellationToken);

    /// <inheritdoc />
    /// <remarks>Reads from a replica if one is configured.</remarks>
    public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) =>
        _reader.ListStreams(category, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> CheckStorage(CancellationToken cancellationToken = default) =>
        _reader.CheckStorage(cancellationToken);

    /// <inheritdoc />
    /// <remarks>Reads the clock of the primary.</remarks>
    public Task<DateTimeOffset> ReadClock(CancellationToken cancellationToken = default) => _reader.ReadClock(cancellationToken);

    /// <summary>Waits for the appends in progress and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _reader.DisposeAsync();
    }

    /// <summary>The process id of the writer's server process. For tests that end it.</summary>
    internal int? WriterProcessId => _writer.ProcessId;

    /// <summary>Returns a setting of the writer's connection. For tests.</summary>
    internal Task<string?> WriterSetting(string name) => _writer.Setting(name);
}
