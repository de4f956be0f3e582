namespace Township.EventSourcing.PostgreSql;

/// <summary>Where a <see cref="PostgreSqlEventStore"/> lives and how it behaves.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>
    /// How to reach the primary server, in Npgsql's words: <c>Host=db1,db2;Database=township;Username=…</c>. With several hosts the one
    /// that takes writes is found, also after a failover.
    /// </summary>
    public required string ConnectionString { get; set; }

    /// <summary>Options with everything as by default, from a connection string alone; its <c>Search Path</c> names the schema.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static PostgreSqlStoreOptions From(string connectionString)
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = connectionString };
        if (Databases.Settings(connectionString).SearchPath is { Length: > 0 } schema) options.Schema = schema;
        return options;
    }

    /// <summary>
    /// How to reach replicas. Default: none. They answer <see cref="IEventReader.ReadAll"/> and <see cref="IEventReader.ListStreams"/>,
    /// which may then end earlier than the primary does; everything on which a decision rests is asked of the primary.
    /// </summary>
    public string? ReplicaConnectionString { get; set; }

    /// <summary>
    /// The database schema that holds the store: <c>a-z</c>, digits and <c>_</c>. Several stores can share a
    /// database. Default <c>township</c>.
    /// </summary>
    public string Schema { get; set; } = "township";

    /// <summary>
    /// Whether a missing schema is made and an older one brought up to date at open, which takes the owner's rights. Default true.
    /// </summary>
    public bool Migrate { get; set; } = true;

    /// <summary>
    /// Into how many parts, by stream, the table of commits is split when the schema is made; 1 for a plain table.
    /// Read once: an existing schema keeps its parts. Default 1. See docs/postgresql.md.
    /// </summary>
    public int Partitions { get; set; } = 1;

    /// <summary>Whether the last commit is checked against its predecessors at open. Default true.</summary>
    public bool CheckHead { get; set; } = true;

    /// <summary>How many commits a read fetches at a time; a page also ends at 4 MiB. Default 1,024.</summary>
    public int ReadPageCommits { get; set; } = 1024;

    /// <summary>
    /// The most connections that read at the same time, from the primary and from replicas each; further reads wait for one. Default 8.
    /// </summary>
    public int MaxReaders { get; set; } = 8;

    /// <summary>How many stream heads the writer remembers. Default 65,536, some 20 MB when full.</summary>
    public int CachedHeads { get; set; } = 64 * 1024;

    /// <summary>How long a connection may take to open. Default 3 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an append or the page of a read may take, waiting for other writers included. Default 5 s.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
