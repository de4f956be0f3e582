namespace Township.EventSourcing.PostgreSql;

/// <summary>Where a <see cref="PostgreSqlCheckpointStore"/> is and how it behaves.</summary>
public sealed class PostgreSqlCheckpointStoreOptions
{
    /// <summary>The schema that is taken when none is named.</summary>
    public const string DefaultSchema = "township_read_models";

    /// <summary>How to reach the primary server, in Npgsql's words; it may be the database of the store.</summary>
    public required string ConnectionString { get; set; }

    /// <summary>
    /// The database schema that holds records, rows and what queries see: <c>a-z</c>, digits and <c>_</c>. Never the
    /// store's own. Default <c>township_read_models</c>.
    /// </summary>
    public string Schema { get; set; } = DefaultSchema;

    /// <summary>Whether a missing schema is made; otherwise using it is a <see cref="StoreOpenException"/>. Default true.</summary>
    public bool Create { get; set; } = true;

    /// <summary>How long a connection may take to open. Default 3 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long a statement may take, waiting for other owners included. After the same time the server ends a session
    /// that has vanished in the middle of a transaction. Default 10 s.
    /// </summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long making a build visible, or removing an old one, waits for queries that are at it: while it waits, new
    /// queries wait behind it. Then it is put off. Default 500 ms.
    /// </summary>
    public TimeSpan SwitchTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Options with everything as by default, from a connection string alone; its <c>Search Path</c> names the schema.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static PostgreSqlCheckpointStoreOptions From(string connectionString)
    {
        var options = new PostgreSqlCheckpointStoreOptions { ConnectionString = connectionString };
        if (Databases.Settings(connectionString).SearchPath is { Length: > 0 } schema) options.Schema = schema;
        return options;
    }

    /// <summary>In the database of a store, in a schema beside the store's: <c>township_read_models</c> beside <c>township</c>.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static PostgreSqlCheckpointStoreOptions Beside(string store) => new()
    {
        ConnectionString = store,
        Schema = $"{PostgreSqlStoreOptions.From(store).Schema}_read_models",
    };
}
