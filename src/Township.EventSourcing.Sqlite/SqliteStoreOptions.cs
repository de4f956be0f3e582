namespace Township.EventSourcing.Sqlite;

/// <summary>Where a <see cref="SqliteEventStore"/> lives and how it behaves.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>
    /// The database file. It and its folder are made when they are missing; <c>PATH-wal</c>, <c>PATH-shm</c> and
    /// <c>PATH.lock</c> stand beside it.
    /// </summary>
    public required string Path { get; set; }

    /// <summary>When the whole file is checked at open. Default: after a stop that was not clean.</summary>
    public SqliteIntegrityCheck IntegrityCheck { get; set; } = SqliteIntegrityCheck.AfterUncleanStop;

    /// <summary>How many commits a read fetches at a time; a page also ends at 4 MiB. Default 256.</summary>
    public int ReadPageCommits { get; set; } = 256;

    /// <summary>The most connections that read at the same time; further reads wait for one. Default 8.</summary>
    public int MaxReaders { get; set; } = 8;

    /// <summary>How many stream heads the writer remembers. Default 65,536, some 20 MB when full.</summary>
    public int CachedHeads { get; set; } = 64 * 1024;

    /// <summary>How long an append waits while another program holds the database, before it fails. Default 2 s.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The largest size of the database file in bytes; appends beyond it fail as on a full disk. Raising it takes effect with the next
    /// append after a failed one. Default: no limit but the disk's.
    /// </summary>
    public long? MaxFileBytes { get; set; }
}

/// <summary>When the whole database file is checked at open. The head of the history is checked always.</summary>
public enum SqliteIntegrityCheck
{
    /// <summary>Never: the start is fast, whatever happened before.</summary>
    Never,

    /// <summary>When the last writer was killed or the machine lost power. Takes time in proportion to the file.</summary>
    AfterUncleanStop,

    /// <summary>At every open.</summary>
    Always,
}
