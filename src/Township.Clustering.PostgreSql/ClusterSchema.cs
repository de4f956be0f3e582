using Npgsql;

namespace Township.Clustering.PostgreSql;

/// <summary>
/// The tables of Orleans' ADO.NET providers for clustering, reminders and grain storage, in a schema of their own; the providers' packages
/// do not include them. Connection strings are Npgsql's; their <c>Search Path</c> names the schema, default <see cref="DefaultName"/>.
/// </summary>
public static class ClusterSchema
{
    /// <summary>The default name of the schema.</summary>
    public const string DefaultName = "township_cluster";

    /// <summary>The newest version that this program knows.</summary>
    public static int CurrentVersion => ClusterMigrations.History.Current;

    /// <summary>Returns the schema that a connection string names.</summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static string NameIn(string connectionString) =>
        Databases.Settings(connectionString).SearchPath is { Length: > 0 } schema ? schema : DefaultName;

    /// <summary>
    /// Returns the default connection string of these tables: the store's database, in the store's schema name followed by <c>_cluster</c>.
    /// </summary>
    /// <param name="storeConnectionString">The connection string of the store.</param>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static string Beside(string storeConnectionString)
    {
        var settings = Databases.Settings(storeConnectionString);
        settings.SearchPath = $"{PostgreSqlStoreOptions.From(storeConnectionString).Schema}_cluster";
        return settings.ToString();
    }

    /// <summary>Returns the schema version of a database; 0 when it has none of these tables. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">The database cannot be reached or used, or belongs to another application or a
    /// newer version.</exception>
    public static Task<int> VersionOf(string connectionString, CancellationToken cancellationToken = default) =>
        With(connectionString, (migrations, connection) => migrations.Identify(connection, cancellationToken), cancellationToken);

    /// <summary>
    /// Creates or migrates the tables, one transaction per version. Requires the owner's rights. Programs that migrate
    /// at the same time take turns.
    /// </summary>
    /// <returns>The previous version.</returns>
    /// <exception cref="StoreOpenException">The database cannot be reached or used, or belongs to another application or a
    /// newer version.</exception>
    public static Task<int> Migrate(string connectionString, CancellationToken cancellationToken = default) =>
        With(
            connectionString, (migrations, connection) => migrations.Apply(connection, CurrentVersion, partitions: 1, cancellationToken),
            cancellationToken);

    /// <summary>Checks that the tables have the version that this program needs. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">The tables are missing, older, or cannot be used; the message says what to do.</exception>
    public static async Task Check(string connectionString, CancellationToken cancellationToken = default)
    {
        if (await VersionOf(connectionString, cancellationToken) is var version && version < CurrentVersion)
            throw new StoreOpenException($"The schema '{NameIn(connectionString)}' for Orleans' tables has version {version}; "
                + $"this program needs {CurrentVersion}. "
                + $"Run 'silo -- migrate', or apply 'township schema cluster --print-sql --from {version}', as its owner.");
    }

    /// <summary>
    /// Returns the SQL that migrates a database from a version to the newest, one transaction per version, for
    /// <c>psql -v ON_ERROR_STOP=1</c>.
    /// </summary>
    /// <param name="schema">The name of the database schema.</param>
    /// <param name="fromVersion">The current version of the database; 0 for none.</param>
    /// <exception cref="StoreOpenException">The name of the schema is not valid.</exception>
    public static string Script(string schema = DefaultName, int fromVersion = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        return string.Join(
            "\n\n", new Migrations(new(schema), ClusterMigrations.History).Scripts(fromVersion, CurrentVersion, partitions: 1)) + "\n";
    }

    /// <summary>
    /// Returns the SQL that grants a silo's role only what it needs: the role cannot change the queries that other silos run.
    /// </summary>
    /// <exception cref="StoreOpenException">The name of the schema is not valid.</exception>
    public static string GrantsForSilo(string role, string schema = DefaultName) => Grants.For(
        """
        GRANT USAGE ON SCHEMA {schema} TO {role};
        GRANT SELECT ON {schema}.cluster_versions, {schema}.OrleansQuery TO {role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON {schema}.OrleansMembershipVersionTable, {schema}.OrleansMembershipTable,
            {schema}.OrleansRemindersTable, {schema}.OrleansStorage TO {role};
        """, role, schema);

    static async Task<T> With<T>(
        string connectionString, Func<Migrations, NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        var schema = NameIn(connectionString);
        await using var source = ClusterDatabase.DataSource(connectionString);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await use(new(new(schema), ClusterMigrations.History), connection);
        }
        catch (Exception e) when (e.IsOfDatabase())
        {
            throw PostgreSqlFaults.Opening(schema, e);
        }
    }
}
