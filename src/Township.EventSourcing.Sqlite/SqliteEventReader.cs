using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// Reads a SQLite store without writing to it, whether or not a silo is using it. It takes no lock and changes nothing. Without a running
/// silo it also creates no file, so it works in read-only folders and on read-only media. Long reads go page by page and hold nothing
/// open in between. Thread-safe.
/// </summary>
public sealed class SqliteEventReader : ISelectiveReader, IStorageCheck
{
    readonly ReaderPool _pool;
    readonly int _page;

    internal SqliteEventReader(ReaderPool pool, int page) => (_pool, _page) = (pool, page);

    /// <summary>Opens a store for reading.</summary>
    /// <exception cref="StoreOpenException">There is no store, the file is not a store of this library, or it cannot be read.</exception>
    /// <exception cref="StoreCorruptException">The file is damaged.</exception>
    public static Task<SqliteEventReader> Open(string path, CancellationToken cancellationToken = default) =>
        Open(new SqliteStoreOptions { Path = path }, cancellationToken);

    /// <inheritdoc cref="Open(string, CancellationToken)" />
    public static Task<SqliteEventReader> Open(SqliteStoreOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() => OpenNow(options), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) =>
        await _pool.Read(reader => reader.History(), cancellationToken)
            ?? throw new StoreCorruptException("The store has no valid id of its history.");

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordedCommit> ReadStream(
        StreamId stream, StreamRange range, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        while (!range.IsEmpty)
        {
            var (asked, page) = (range, default(CommitPage));
            (range, page) = await _pool.Read(reader => reader.InSnapshot(() =>
            {
                // The first page determines the end; later pages already have it as their upper bound.
                var end = reader.StreamEnd(stream);
                var bounded = asked with { To = Math.Min(asked.To, end) };
                return (bounded, bounded.IsEmpty ? new([], IsLast: true) : reader.StreamPage(stream, bounded, _page));
            }), cancellationToken);
            foreach (var commit in page.Commits)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return commit;
            }

            if (page.IsLast) yield break;
            range = range.Backward
                ? range with { To = page.Commits[^1].PreviousVersion, Limit = range.Limit - page.Commits.Count }
                : range with { From = page.Commits[^1].LastVersion + 1, Limit = range.Limit - page.Commits.Count };
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordedCommit> ReadAll(
        long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (after, end) = (Math.Max(0, afterPosition), await LogEnd(cancellationToken));
        while (after < end)
        {
            var from = after;
            var page = await _pool.Read(reader => reader.LogPage(from, end, _page), cancellationToken);
            foreach (var commit in page.Commits)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return commit;
            }

            if (page.IsLast) yield break;
            after = page.Commits[^1].Position;
        }
    }

    /// <inheritdoc />
    public async Task<LogSlice> ReadSlice(
        long afterPosition, EquatableList<string> categories, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return await _pool.Read(
            reader => reader.InSnapshot(() => reader.Slice(Math.Max(0, afterPosition), categories, limit)), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) =>
        await _pool.Read(reader => reader.Find(stream, commandId), cancellationToken);

    /// <inheritdoc />
    public async Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) =>
        await _pool.Read(reader => reader.Head(stream)?.Head ?? new(stream, 0, CommitHash.Zero), cancellationToken);

    /// <inheritdoc />
    public async Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) =>
        await _pool.Read(reader => reader.LogHead(), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<StreamHead> ListStreams(
        string? category = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // The character after "/" is "0", so the names of a category lie between "category/" and "category0".
        var (after, before) = category is null ? ("", "{") : (category + "/", category + "0");
        var end = await LogEnd(cancellationToken);
        while (true)
        {
            var from = after;
            var heads = await _pool.Read(reader => reader.StreamHeads(end, from, before, _page), cancellationToken);
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
    /// <remarks>Runs SQLite's own checks with all indexes and constraints. The time is proportional to the size of the file.</remarks>
    public async Task<IReadOnlyList<string>> CheckStorage(CancellationToken cancellationToken = default) =>
        await _pool.Read(IntegrityCheck.Findings, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _pool.Dispose();
        return ValueTask.CompletedTask;
    }

    ValueTask<long> LogEnd(CancellationToken cancellationToken) => _pool.Read(CommitQueries.LogEnd, cancellationToken);

    static SqliteEventReader OpenNow(SqliteStoreOptions options)
    {
        var path = options.Path;
        if (!File.Exists(path)) throw new StoreOpenException($"There is no store at '{path}'.") { Chinese = $"没有数据库文件“{path}”。" };
        try
        {
            using var first = QuietDatabase.Open(path, options.BusyTimeout);
            if (Migrations.Identify(first.Connection, path) == 0) throw new StoreOpenException($"'{path}' is empty: no silo has opened it yet.") { Chinese = $"“{path}”是空的：服务程序还没有启用过它。" };
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Opening(path, e);
        }

        return new(new(path, options.MaxReaders, () => QuietDatabase.Open(path, options.BusyTimeout)), options.ReadPageCommits);
    }
}
