namespace Township.EventSourcing.Sqlite;

/// <summary>
/// A database without a write-ahead log, because it was closed cleanly or copied. It is opened as immutable, so that reading it creates no
/// files and works in read-only folders. SQLite then does not look for changes, so this class does: a writer first writes to the log.
/// </summary>
sealed class QuietDatabase
{
    readonly string _path;
    readonly (long Length, DateTime Written) _seen;

    QuietDatabase(string path) => (_path, _seen) = (path, See(path));

    public bool StillQuiet => !HasLog(_path) && See(_path) == _seen;

    /// <summary>Opens a database for reading; as immutable if it has no write-ahead log.</summary>
    public static ReadConnection Open(string path, TimeSpan busyTimeout)
    {
        if (HasLog(path)) return new(Connections.OpenReader(path, busyTimeout));
        // The state is recorded before opening, so that a change in between is noticed.
        var quiet = new QuietDatabase(path);
        return new(Connections.OpenQuiet(path), quiet);
    }

    static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    static (long, DateTime) See(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;
}
