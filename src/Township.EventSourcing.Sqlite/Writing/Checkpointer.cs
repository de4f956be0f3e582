using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// Copies the write-ahead log into the database file while the writer continues. SQLite's own checkpoint runs inside a commit: one
/// commit in some hundreds would wait until tens of megabytes have reached the disk, and all commands behind it. Here another
/// connection copies most of the log on a thread of its own; the writer copies the small rest between two batches, and the log starts
/// anew. Used by one thread at a time.
/// </summary>
sealed partial class Checkpointer(SqliteStoreOptions options, ILogger log)
{
    // 32 MB. Index pages are written again and again; the longer the log, the more of these writes are copied only once.
    const int PagesBetween = 8192;

    // The number of pages that the writer may copy itself, which takes some milliseconds.
    const int FewPages = 256;

    const int MostPasses = 5;

    long _pages, _due = PagesBetween;
    Task? _copying;

    /// <summary>
    /// Call it between two commits, outside a transaction. Never throws, because a failed checkpoint does not undo a commit.
    /// </summary>
    public void BetweenCommits(SqliteConnection writer)
    {
        _pages += PagesWritten(writer);
        if (_copying is null)
        {
            if (_pages >= _due)
                _copying = Task.Factory.StartNew(Copy, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        else if (_copying.IsCompleted)
        {
            _copying = null;
            Finish(writer);
        }
    }

    /// <summary>Waits until no copy is running.</summary>
    public void Stop() => _copying?.Wait();

    void Copy()
    {
        try
        {
            using var connection = Connections.OpenWriter(options, SqliteOpenMode.ReadWrite);
            for (int pass = 0, seen = 0; pass < MostPasses; pass++)
            {
                var inLog = Checkpoint(connection).InLog;
                if (inLog - seen < FewPages) break;
                seen = inLog;
            }
        }
        catch (SqliteException e)
        {
            // Nothing is lost: the log keeps everything, and the next checkpoint tries again.
            LogCheckpointFailed(log, e, options.Path);
        }
    }

    void Finish(SqliteConnection writer)
    {
        try
        {
            var (inLog, copied) = Checkpoint(writer);
            // While a long read is open, the log cannot start anew; retry after as many pages have been written again.
            if (copied == inLog) _pages = 0;
            _due = _pages + PagesBetween;
        }
        catch (SqliteException e)
        {
            LogCheckpointFailed(log, e, options.Path);
        }
    }

    static (int InLog, int Copied) Checkpoint(SqliteConnection connection)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var inLog, out var copied);
        if (code != raw.SQLITE_BUSY) SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return (inLog, copied);
    }

    static int PagesWritten(SqliteConnection connection)
    {
        // Fails only on invalid arguments.
        _ = raw.sqlite3_db_status(connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        return pages;
    }

    [LoggerMessage(LogLevel.Warning, "Copying the write-ahead log of '{Path}' into the database failed; it will be tried again")]
    static partial void LogCheckpointFailed(ILogger log, Exception fault, string path);
}
