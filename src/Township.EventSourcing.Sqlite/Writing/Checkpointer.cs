using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// Moves the write-ahead log into the database file while the writer goes on. SQLite's own checkpoint runs inside a
/// commit: one in some hundreds would wait until tens of megabytes have reached the disk, and all commands behind it.
/// Here another connection copies the bulk on a thread of its own. What was written meanwhile is little: the writer
/// copies that between two batches, and the log begins anew. Used by one thread at a time.
/// </summary>
sealed partial class Checkpointer(SqliteStoreOptions options, ILogger log)
{
    // 32 MB. Index pages are written again and again: the longer the log, the more of that is copied only once.
    const int PagesBetween = 8192;

    // What the writer may copy itself: some milliseconds.
    const int FewPages = 256;

    const int MostPasses = 5;

    long _pages, _due = PagesBetween;
    Task? _copying;

    /// <summary>To be called between any two commits, outside of a transaction. Never throws: what was committed is committed.</summary>
    public void BetweenCommits(SqliteConnection writer)
    {
        _pages += PagesWritten(writer);
        if (_copying is null)
        {
            if (_pages >= _due) _copying = Task.Factory.StartNew(Copy, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        else if (_copying.IsCompleted)
        {
            _copying = null;
            Finish(writer);
        }
    }

    /// <summary>Waits until nothing is being copied.</summary>
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
            // While somebody reads for long the log cannot begin anew; it is tried again after as much has been written.
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
        // Can only fail on arguments that are not there.
        _ = raw.sqlite3_db_status(connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        return pages;
    }

    [LoggerMessage(LogLevel.Warning, "Copying the write-ahead log of '{Path}' into the database failed; it will be tried again")]
    static partial void LogCheckpointFailed(ILogger log, Exception fault, string path);
}
