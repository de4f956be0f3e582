namespace Township.EventSourcing.Sqlite;

/// <summary>
/// A database without a write-ahead log: closed cleanly, or copied. It is opened as immutable, so that reading it creates nothing
/// and works in folders that cannot be written to. SQLite then no longer looks for changes, so this does: a writer's first act is to
/// put something into the log.
/// </summary>
sealed class QuietDatabase
{
    readonly string _path;
    readonly (long Length, DateTime Written) _seen;

    QuietDatabase(string path) => (_path, _seen) = (path, See(path));

    public bool StillQuiet => !HasLog(_path) && See(_path) == _seen;

    /// <summary>Opens a database for reading, as an immutable one where that is right.</summary>
    public static ReadConnection Open(string path, TimeSpan busyTimeout)
    {
        if (HasLog(path)) return new(Connections.OpenReader(path, busyTimeout));
        // Seen first, opened second: what changes in between is noticed.
        var quiet = new QuietDatabase(path);
        return new(Connections.OpenQuiet(path), quiet);
    }

    static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    static (long, DateTime) See(string path) => new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;
}
