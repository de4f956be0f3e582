using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// The write connection and the state cached between batches. After any failure it is discarded as a whole, so that no wrong cached state
/// survives; the next batch reads the database.
/// </summary>
sealed class WriteSession : IDisposable
{
    const int GuardPage = 256;

    const string InsertStream = """
        INSERT INTO streams (stream_id, name, category)
        SELECT (((coalesce((SELECT max(stream_id) FROM streams), 0) >> 10) + 1) << 10) + category_id, ?1, name
        FROM categories WHERE name = ?2 RETURNING stream_id
        """;

    readonly ReadConnection _connection;
    readonly HeadCache _heads;
    readonly Statement _begin, _commit, _changes, _insertCategory, _insertStream;
    readonly InsertCommit _insertCommit;
    LogHead _log = new(0, CommitHash.Zero);
    long _seenChanges = -1;

    /// <param name="connection">A connection to a database with the current schema; owned by the session.</param>
    /// <param name="cachedHeads">The number of stream heads to cache.</param>
    public WriteSession(ReadConnection connection, int cachedHeads)
    {
        _connection = connection;
        _heads = new(cachedHeads);
        _begin = _connection.Prepared("BEGIN IMMEDIATE");
        _commit = _connection.Prepared("COMMIT");
        _changes = _connection.Prepared("PRAGMA data_version");
        _insertCategory = _connection.Prepared("INSERT INTO categories (name) VALUES (?1) ON CONFLICT (name) DO NOTHING");
        _insertStream = _connection.Prepared(InsertStream);
        _insertCommit = new(_connection.Prepared(InsertCommit.Sql));
    }

    public SqliteConnection Connection => _connection.Connection;

    public void Begin()
    {
        _begin.Execute();
        // This process should be the only writer. Where the lock does not hold (some network file systems, a shell), the cache is cleared
        // when another process has written.
        var changes = DataVersion();
        if (changes == _seenChanges) return;
        _heads.Clear();
        _log = _connection.LogHead();
        _seenChanges = changes;
    }

    public AppendResult Append(Commit commit)
    {
        var known = Head(commit.Stream);
        if (!commit.Expected.Accepts(known.Head))
            return Repeated(commit) ?? new AppendResult.Conflict(commit.Expected, known.Head.Version);
        if (commit.Guards.Count > 0 && commit.BrokenGuard(s => Head(s).Head, Since) is { } broken) return Repeated(commit) ?? broken;
        if (known.Key == 0) known = known with { Key = NewStream(commit.Stream) };
        var recorded = RecordedCommit.Following(_log, known.Head, commit);
        if (!_insertCommit.Try(known.Key, recorded))
            return Repeated(commit)
                ?? throw new StoreCorruptException(
                    $"The index of commands refuses {commit.Content.CommandId} for '{commit.Stream}', but holds no such command.");
        _log = recorded.LogHead;
        _heads.Set(known with { Head = recorded.StreamHead });
        return new AppendResult.Committed(recorded.Position, recorded.LastVersion, recorded.Hash);
    }

    public void Commit() => _commit.Execute();

    /// <summary>Rolls back a failed transaction, unless SQLite has already done so.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle) == 0) Connection.Run("ROLLBACK");
    }

    public void Dispose() => _connection.Dispose();

    long DataVersion()
    {
        using (_changes.Open()) return _changes.Step() ? _changes.Number(0) : 0;
    }

    KnownHead Head(StreamId stream)
    {
        if (_heads.Find(stream) is { } known) return known;
        // A stream that is only guarded is not cached, because it may never be created.
        if (_connection.Head(stream) is not var (head, key)) return new(0, new(stream, 0, CommitHash.Zero));
        _heads.Set(known = new(key, head));
        return known;
    }

    List<RecordedCommit> Since(StreamHead head)
    {
        var (commits, known, isLast) = (new List<RecordedCommit>(), head.Version, false);
        while (!isLast)
        {
            (var page, isLast) = _connection.StreamPage(head.Stream, StreamRange.After(known), GuardPage);
            commits.AddRange(page);
            if (page is [.., var last]) known = last.LastVersion;
        }

        return commits;
    }

    long NewStream(StreamId stream)
    {
        _insertCategory.Bind(1, stream.Category).Execute();
        _insertStream.Bind(1, stream.ToString()).Bind(2, stream.Category);
        using (_insertStream.Open())
        {
            _ = _insertStream.Step();
            return _insertStream.Number(0);
        }
    }

    AppendResult? Repeated(Commit commit) => _connection.Find(commit.Stream, commit.Content.CommandId) switch
    {
        null => null,
        var original when original.IsOfCommand(commit.Content) => new AppendResult.Duplicate(original),
        var original => new AppendResult.IdReused(original),
    };
}
