using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Township.EventSourcing.Sqlite;

/// <summary>Maps SQLite's errors to the exceptions of a store.</summary>
static class SqliteFaults
{
    public static EventStoreException While(string doing, string path, SqliteException cause, bool mayHaveCommitted = false) =>
        cause.IsCorruption()
            ? new StoreCorruptException($"The database '{path}' is damaged (found while {doing}): {cause.Message}", cause) { Chinese = $"数据库“{path}”已损坏（{cause.Message}）。" }
            : new StoreUnavailableException($"The database '{path}' failed while {doing}: {cause.Message}", cause, mayHaveCommitted) { Chinese = $"数据库“{path}”读写失败（{cause.Message}）。" };

    public static EventStoreException Opening(string path, SqliteException cause) => cause.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => new StoreOpenException($"'{path}' is not a SQLite database.", cause) { Chinese = $"“{path}”不是 SQLite 数据库文件。" },
        raw.SQLITE_CORRUPT => new StoreCorruptException($"The database '{path}' is damaged: {cause.Message}", cause) { Chinese = $"数据库“{path}”已损坏（{cause.Message}）。" },
        raw.SQLITE_BUSY => new StoreOpenException($"'{path}' is locked by another program.", cause) { Chinese = $"“{path}”正被其他程序占用。" },
        raw.SQLITE_CANTOPEN when File.Exists(path + "-wal") => new StoreOpenException(
            $"'{path}' cannot be opened: it has a write-ahead log, and its folder allows no index beside it. Copy '{path}' and '{path}-wal' to a folder that can be written to.", cause)
        {
            Chinese = $"“{path}”打不开：旁边有尚未合并的写入日志，而所在文件夹不可写。请将“{path}”和“{path}-wal”一并复制到可写的文件夹。",
        },
        _ => new StoreOpenException($"'{path}' cannot be opened: {cause.Message}", cause) { Chinese = $"“{path}”打不开（{cause.Message}）。" },
    };

    public static bool IsCorruption(this SqliteException e) => e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>
    /// Returns whether a failed COMMIT is certain to have stored nothing. It is not after an I/O error: all frames may have reached the log
    /// although the sync failed, and a crash before they are overwritten would bring them back.
    /// </summary>
    public static bool IsCleanRefusal(this SqliteException e) =>
        e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_FULL or raw.SQLITE_CONSTRAINT or raw.SQLITE_READONLY;
}
