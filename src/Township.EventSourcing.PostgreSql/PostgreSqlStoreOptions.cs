namespace Township.EventSourcing.PostgreSql;

/// <summary>Settings of a <see cref="PostgreSqlEventStore"/>.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>
    /// The Npgsql connection string of the primary server: <c>Host=db1,db2;Database=township;Username=…</c>. With several hosts, the one
    /// that accepts writes is found, also after a failover.
    /// </summary>
    public required string ConnectionString { get; set; }

    /// <summary>Returns default options for a connection string; its <c>Search Path</c> names the schema.</summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static PostgreSqlStoreOptions From(string connectionString)
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = connectionString };
        if (Databases.Settings(connectionString).SearchPath is { Length: > 0 } schema) options.Schema = schema;
        return options;
    }

    /// <summary>
    /// The Npgsql connection string of replicas. Default: none. Replicas answer <see cref="IEventReader.ReadAll"/> and
    /// <see cref="IEventReader.ListStreams"/>, which may then end earlier than on the primary; reads for decisions always use the primary.
    /// </summary>
    public string? ReplicaConnectionString { get; set; }

    /// <summary>
    /// The database schema of the store: <c>a-z</c>, digits and <c>_</c>. Several stores can share a database. Default <c>township</c>.
    /// </summary>
    public string Schema { get; set; } = "township";

    /// <summary>
    /// Whether opening creates a missing schema and migrates an older one, which requires the owner's rights. Default true.
    /// </summary>
    public bool Migrate { get; set; } = true;

    /// <summary>
    /// The number of partitions, by stream, of the table of commits when the schema is created; 1 for a plain table. An existing schema
    /// keeps its partitions. Default 1. See docs/postgresql.md.
    /// </summary>
    public int Partitions { get; set; } = 1;

    /// <summary>Whether opening checks the last commit against its predecessors. Default true.</summary>
    public bool CheckHead { get; set; } = true;

    /// <summary>The maximum number of commits in a page of a read; a page also ends at 4 MiB. Default 1,024.</summary>
    public int ReadPageCommits { get; set; } = 1024;

    /// <summary>
    /// The maximum number of concurrent reads, for the primary and the replicas each; further reads wait. Default 8.
    /// </summary>
    public int MaxReaders { get; set; } = 8;

    /// <summary>The number of stream heads that the writer caches. Default 65,536, some 20 MB when full.</summary>
    public int CachedHeads { get; set; } = 64 * 1024;

    /// <summary>The time limit for opening a connection. Default 3 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The time limit for an append or a page of a read, including the wait for other writers. Default 5 s.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
