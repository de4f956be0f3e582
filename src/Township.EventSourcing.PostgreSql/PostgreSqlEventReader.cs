using System.Runtime.CompilerServices;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Reads a PostgreSQL store without writing to it. Takes no lock. Long reads go page by page and hold nothing open in between, so that they
/// never delay vacuuming. Thread-safe.
/// </summary>
public sealed class PostgreSqlEventReader : ISelectiveReader, ISharedLogReader, IStorageCheck
{
    readonly Databases _databases;
    readonly ReadSession _primary, _replica;
    readonly CommitQueries _queries;
    readonly Gatherer<StreamId, StreamHead?> _heads;
    readonly int _page;

    internal PostgreSqlEventReader(Databases databases, SchemaName schema, PostgreSqlStoreOptions options)
    {
        (_databases, _queries, _page) = (databases, new(schema), options.ReadPageCommits);
        _primary = new(databases.Primary, options.MaxReaders);
        _heads = new(
            streams => _primary.Read(
                (connection, cancellation) => _queries.Heads(connection, streams, cancellation), CancellationToken.None));
        _replica = databases.Replica == databases.Primary ? _primary : new(databases.Replica, options.MaxReaders);
    }

    /// <summary>Opens a store for reading. The server may be a replica; results are then as old as the replica.</summary>
    /// <exception cref="StoreOpenException">There is no store, the schema is not a store of this library, or it cannot be read.</exception>
    public static async Task<PostgreSqlEventReader> Open(PostgreSqlStoreOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var schema = new SchemaName(options.Schema);
        var databases = Databases.Of(options, readOnly: true);
        try
        {
            await using var connection = await databases.Primary.Open(cancellationToken);
            await StoreOpening.CheckReadable(connection, schema, cancellationToken);
            return new(databases, schema, options);
        }
        catch (Exception e)
        {
            await databases.DisposeAsync();
            throw e.IsOfDatabase() ? PostgreSqlFaults.Opening(options.Schema, e) : e;
        }
    }

    /// <inheritdoc />
    public async Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) =>
        await _primary.Read(_queries.History, cancellationToken)
            ?? throw new StoreCorruptException("The store has no valid id of its history.");

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordedCommit> ReadStream(
        StreamId stream, StreamRange range, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        while (!range.IsEmpty)
        {
            var asked = range;
            var page = await _primary.Read(
                (connection, cancellation) => _queries.StreamPage(connection, stream, asked, _page, cancellation), cancellationToken);
            foreach (var commit in page.Commits)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return commit;
            }

            if (page.IsLast) yield break;
            range = range.Backward
                ? range with { To = page.Commits[^1].PreviousVersion, Limit = range.Limit - page.Commits.Count }
                // The first page determines the end; later pages already have it as their upper bound.
                : range with
                {
                    From = page.Commits[^1].LastVersion + 1,
                    To = Math.Min(range.To, page.End),
                    Limit = range.Limit - page.Commits.Count,
                };
        }
    }

    /// <inheritdoc />
    /// <remarks>Reads from a replica if one is configured. One page is read ahead.</remarks>
    public async IAsyncEnumerable<RecordedCommit> ReadAll(
        long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var end = await _replica.Read(_queries.LogEnd, cancellationToken);
        var next = PageAfter(Math.Max(0, afterPosition));
        try
        {
            while (next is not null)
            {
                var page = await next;
                // The server reads the next page while the caller processes this one.
                next = page.IsLast ? null : PageAfter(page.Commits[^1].Position);
                foreach (var commit in page.Commits)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return commit;
                }
            }
        }
        finally
        {
            // A caller that stops early must not wait for the page in flight, nor see its failure.
            _ = next?.ContinueWith(
                page => page.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        Task<CommitPage>? PageAfter(long position) => position >= end
            ? null
            : _replica.Read(
                (connection, cancellation) => _queries.LogPage(connection, position, end, _page, cancellation), cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Reads from a replica if one is configured.</remarks>
    public Task<LogSlice> ReadSlice(
        long afterPosition, EquatableList<string> categories, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _replica.Read(
            (connection, cancellation) => _queries.Slice(connection, Math.Max(0, afterPosition), categories, limit, cancellation),
            cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Reads from a replica if one is configured, because subscriptions read there.</remarks>
    public Task<LogStretch?> ReadNews(long afterPosition, CommitHash? afterHash = null, CancellationToken cancellationToken = default) =>
        _replica.Read(
            (connection, cancellation) => _queries.News(connection, Math.Max(0, afterPosition), afterHash, cancellation),
            cancellationToken);

    /// <inheritdoc />
    /// <remarks>Never reads from a replica, because one that lags would not find a recent command.</remarks>
    public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return _primary.Read((connection, cancellation) => _queries.Find(connection, stream, commandId, cancellation), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return await _heads.Ask(stream, cancellationToken)
            ?? throw new StoreCorruptException($"The newest commit of {stream} cannot be read.");
    }

    /// <inheritdoc />
    public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) => _primary.Read(_queries.LogHead, cancellationToken);

    /// <inheritdoc />
    /// <remarks>Reads from a replica if one is configured.</remarks>
    public async IAsyncEnumerable<StreamHead> ListStreams(
        string? category = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // The character after "/" is "0", so the names of a category lie between "category/" and "category0".
        var (after, before) = category is null ? ("", "{") : (category + "/", category + "0");
        var end = await _replica.Read(_queries.LogEnd, cancellationToken);
        while (true)
        {
            var from = after;
            var heads = await _replica.Read(
                (connection, cancellation) => _queries.StreamHeads(connection, end, from, before, _page, cancellation), cancellationToken);
            foreach (var head in heads)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return head;
            }

            if (heads.Count < _page) yield break;
            after = heads[^1].Stream.ToString();
        }
    }

    /// <inheritdoc />
    /// <remarks>The time is proportional to the size of the store.</remarks>
    public Task<IReadOnlyList<string>> CheckStorage(CancellationToken cancellationToken = default) =>
        _replica.Read((connection, cancellation) => IntegrityCheck.Findings(connection, _queries.Schema, cancellation), cancellationToken);

    /// <summary>Returns the time of the primary's clock.</summary>
    internal Task<DateTimeOffset> ReadClock(CancellationToken cancellationToken) => _primary.Read(async (connection, cancellation) =>
    {
        // Not now(), which is the time when the transaction began.
        await using var query = CommitQueries.Query(connection, "SELECT clock_timestamp()");
        return new DateTimeOffset((DateTime)(await query.ExecuteScalarAsync(cancellation))!);
    }, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _primary.Dispose();
        _replica.Dispose();
        return _databases.DisposeAsync();
    }
}
