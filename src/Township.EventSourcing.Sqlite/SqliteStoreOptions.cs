namespace Township.EventSourcing.Sqlite;

/// <summary>Settings of a <see cref="SqliteEventStore"/>.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>
    /// The database file. The file and its folder are created when they are missing; <c>PATH-wal</c>, <c>PATH-shm</c> and
    /// <c>PATH.lock</c> are created beside it.
    /// </summary>
    public required string Path { get; set; }

    /// <summary>When the whole file is checked at open. Default: after an unclean stop.</summary>
    public SqliteIntegrityCheck IntegrityCheck { get; set; } = SqliteIntegrityCheck.AfterUncleanStop;

    /// <summary>The maximum number of commits in a page of a read; a page also ends at 4 MiB. Default 256.</summary>
    public int ReadPageCommits { get; set; } = 256;

    /// <summary>The maximum number of concurrent reads; further reads wait. Default 8.</summary>
    public int MaxReaders { get; set; } = 8;

    /// <summary>The number of stream heads that the writer caches. Default 65,536, some 20 MB when full.</summary>
    public int CachedHeads { get; set; } = 64 * 1024;

    /// <summary>How long an append waits while another process locks the database, before it fails. Default 2 s.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The maximum size of the database file in bytes; appends beyond it fail as on a full disk. A raised limit takes effect with the next
    /// append after a failed one. Default: no limit.
    /// </summary>
    public long? MaxFileBytes { get; set; }
}

/// <summary>When the whole database file is checked at open. The head of the history is always checked.</summary>
public enum SqliteIntegrityCheck
{
    /// <summary>Never. The start is fast even after an unclean stop.</summary>
    Never,

    /// <summary>After the last writer was killed or the machine lost power. The time is proportional to the size of the file.</summary>
    AfterUncleanStop,

    /// <summary>At every open.</summary>
    Always,
}
