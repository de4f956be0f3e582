using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing.Sqlite;

/// <summary>The steps that open and check a store.</summary>
static partial class StoreOpening
{
    public static SqliteEventStore Open(SqliteStoreOptions options, ILogger log)
    {
        var held = StoreLock.Take(options.Path);
        try
        {
            var session = OpenSession(options, log);
            var pool = new ReaderPool(
                options.Path, options.MaxReaders, () => new(Connections.OpenReader(options.Path, options.BusyTimeout)));
            return new(held, new(options, session, log), new(pool, options.ReadPageCommits));
        }
        catch (SqliteException e)
        {
            held.Dispose();
            throw SqliteFaults.Opening(options.Path, e);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    static WriteSession OpenSession(SqliteStoreOptions options, ILogger log)
    {
        Identify(options);
        var connection = new ReadConnection(Connections.OpenWriter(options, SqliteOpenMode.ReadWriteCreate));
        try
        {
            Prepare(connection, options, log);
            return new(connection, options.CachedHeads);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Uses a read-only connection, so that inspecting another application's database does not change it.
    static void Identify(SqliteStoreOptions options)
    {
        if (!File.Exists(options.Path)) return;
        using var reader = QuietDatabase.Open(options.Path, options.BusyTimeout);
        Migrations.Identify(reader.Connection, options.Path);
    }

    static void Prepare(ReadConnection reader, SqliteStoreOptions options, ILogger log)
    {
        var connection = reader.Connection;
        if (connection.Text("PRAGMA journal_mode=WAL") is var mode && mode != "wal")
            throw new StoreOpenException($"'{options.Path}' is on a file system without write-ahead logging (journal mode '{mode}'). Use a local disk.")
            {
                Chinese = $"“{options.Path}”所在的文件系统不支持预写日志（日志模式为“{mode}”），请改用本机磁盘。",
            };
        var version = Migrations.Identify(connection, options.Path);
        Migrations.Apply(connection, version);
        if (version is > 0 && version < Migrations.Current) LogMigrated(log, options.Path, version, Migrations.Current);
        Check(reader, options, log);
        StoreMarker.Set(connection, StoreLock.Holder);
    }

    static void Check(ReadConnection reader, SqliteStoreOptions options, ILogger log)
    {
        if (options.IntegrityCheck == SqliteIntegrityCheck.Never) return;
        var last = StoreMarker.Read(reader.Connection);
        if (last is not null) LogNotClosedCleanly(log, options.Path, last);
        if (last is not null || options.IntegrityCheck == SqliteIntegrityCheck.Always) IntegrityCheck.CheckFile(reader, options.Path);
        IntegrityCheck.CheckHead(reader, options.Path);
    }

    [LoggerMessage(LogLevel.Information, "The store '{Path}' was brought from schema version {From} to {To}")]
    static partial void LogMigrated(ILogger log, string path, int from, int to);

    [LoggerMessage(LogLevel.Warning, "The store '{Path}' was not closed cleanly by {Holder}; checking the file")]
    static partial void LogNotClosedCleanly(ILogger log, string path, string holder);
}
