using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing.Sqlite;

/// <summary>Writes batches, each in one transaction. Not thread-safe.</summary>
sealed partial class BatchWriter(SqliteStoreOptions options, WriteSession first, ILogger log) : IDisposable
{
    readonly Checkpointer _checkpointer = new(options, log);
    WriteSession? _session = first;
    StoreCorruptException? _corrupt;

    public IReadOnlyList<AppendResult> Append(IReadOnlyList<Commit> batch)
    {
        if (_corrupt is not null) throw new StoreCorruptException(_corrupt.Message, _corrupt);
        var committing = false;
        try
        {
            _session ??= Reopened();
            // Before the batch, not after it, so that the callers that await a batch do not also wait for a checkpoint.
            _checkpointer.BetweenCommits(_session.Connection);
            _session.Begin();
            var results = new AppendResult[batch.Count];
            for (var i = 0; i < results.Length; i++) results[i] = _session.Append(batch[i]);
            committing = true;
            _session.Commit();
            return results;
        }
        catch (SqliteException e)
        {
            GiveUpSession();
            throw Remembered(SqliteFaults.While("appending", options.Path, e, mayHaveCommitted: committing && !e.IsCleanRefusal()));
        }
        catch (StoreCorruptException e)
        {
            GiveUpSession();
            throw Remembered(e);
        }
        catch
        {
            GiveUpSession();
            throw;
        }
    }

    /// <summary>Marks the store as cleanly closed, unless it is damaged.</summary>
    public void Close()
    {
        _checkpointer.Stop();
        if (_corrupt is not null) return;
        try
        {
            _session ??= Reopened();
            StoreMarker.Clear(_session.Connection);
            // SQLite copies the log into the database when the last connection closes, which is not this one while an auditor reads. A file
            // that is copied after a clean stop must be complete.
            _session.Connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            // Every acknowledged commit is durable nevertheless; the next open checks the file.
            LogNotClosedCleanly(log, e, options.Path);
        }
    }

    public void Dispose() => _session?.Dispose();

    internal SqliteConnection Connection => (_session ??= Reopened()).Connection;

    WriteSession Reopened() => new(new(Connections.OpenWriter(options, SqliteOpenMode.ReadWrite)), options.CachedHeads);

    void GiveUpSession()
    {
        if (_session is not { } session) return;
        _session = null;
        try
        {
            session.Rollback();
        }
        catch (SqliteException e)
        {
            // Closing the connection ends the transaction as well.
            LogRollbackFailed(log, e, options.Path);
        }

        session.Dispose();
    }

    EventStoreException Remembered(EventStoreException e)
    {
        if (e is StoreCorruptException corrupt) LogCorrupt(log, _corrupt = corrupt, options.Path);
        return e;
    }

    [LoggerMessage(LogLevel.Critical, "The store '{Path}' contradicts itself and accepts no appends until it is opened again; "
        + "verify its history first")]
    static partial void LogCorrupt(ILogger log, Exception fault, string path);

    [LoggerMessage(LogLevel.Warning, "Rolling back on '{Path}' failed; the connection is closed instead")]
    static partial void LogRollbackFailed(ILogger log, Exception fault, string path);

    [LoggerMessage(LogLevel.Warning, "The store '{Path}' could not be marked as cleanly closed; it will be checked at the next open")]
    static partial void LogNotClosedCleanly(ILogger log, Exception fault, string path);
}
