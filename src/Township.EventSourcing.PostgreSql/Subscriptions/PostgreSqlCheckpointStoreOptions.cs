namespace Township.EventSourcing.PostgreSql;

/// <summary>Settings of a <see cref="PostgreSqlCheckpointStore"/>.</summary>
public sealed class PostgreSqlCheckpointStoreOptions
{
    /// <summary>The default name of the schema.</summary>
    public const string DefaultSchema = "township_read_models";

    /// <summary>The Npgsql connection string of the primary server; it may be the store's database.</summary>
    public required string ConnectionString { get; set; }

    /// <summary>
    /// The database schema of records, rows and the views for queries: <c>a-z</c>, digits and <c>_</c>. Must differ from the store's
    /// schema. Default <c>township_read_models</c>.
    /// </summary>
    public string Schema { get; set; } = DefaultSchema;

    /// <summary>
    /// Whether a missing schema is created; if false, using the store throws a <see cref="StoreOpenException"/>. Default true.
    /// </summary>
    public bool Create { get; set; } = true;

    /// <summary>The time limit for opening a connection. Default 3 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The time limit of a statement, including the wait for other owners. After the same time the server ends a session that disappeared
    /// during a transaction. Default 10 s.
    /// </summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long publishing a build or removing an old one waits for running queries; new queries wait behind it meanwhile. After that it is
    /// postponed. Default 500 ms.
    /// </summary>
    public TimeSpan SwitchTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns default options for a connection string; its <c>Search Path</c> names the schema.</summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static PostgreSqlCheckpointStoreOptions From(string connectionString)
    {
        var options = new PostgreSqlCheckpointStoreOptions { ConnectionString = connectionString };
        if (Databases.Settings(connectionString).SearchPath is { Length: > 0 } schema) options.Schema = schema;
        return options;
    }

    /// <summary>
    /// Returns options for the database of a store, in a schema beside the store's: <c>township_read_models</c> beside <c>township</c>.
    /// </summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static PostgreSqlCheckpointStoreOptions Beside(string store) => new()
    {
        ConnectionString = store,
        Schema = $"{PostgreSqlStoreOptions.From(store).Schema}_read_models",
    };
}
