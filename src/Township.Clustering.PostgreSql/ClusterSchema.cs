using Npgsql;

namespace Township.Clustering.PostgreSql;

/// <summary>
/// The tables of Orleans' ADO.NET providers for clustering, reminders and grain storage, whose packages bring none, in a
/// schema of their own. Connection strings are Npgsql's; their <c>Search Path</c> names the schema, default <see cref="DefaultName"/>.
/// </summary>
public static class ClusterSchema
{
    /// <summary>The schema where none is named.</summary>
    public const string DefaultName = "township_cluster";

    /// <summary>The newest version that this program knows.</summary>
    public static int CurrentVersion => ClusterMigrations.History.Current;

    /// <summary>Which schema a connection string means.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static string NameIn(string connectionString) =>
        Databases.Settings(connectionString).SearchPath is { Length: > 0 } schema ? schema : DefaultName;

    /// <summary>
    /// Where these tables are unless something else is said: in the store's database, in its schema's name with <c>_cluster</c> behind it.
    /// </summary>
    /// <param name="storeConnectionString">How to reach the store.</param>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static string Beside(string storeConnectionString)
    {
        var settings = Databases.Settings(storeConnectionString);
        settings.SearchPath = $"{PostgreSqlStoreOptions.From(storeConnectionString).Schema}_cluster";
        return settings.ToString();
    }

    /// <summary>Which version a database has; 0 when it has none of these tables. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">It cannot be reached or used, or belongs to another application or a newer version.</exception>
    public static Task<int> VersionOf(string connectionString, CancellationToken cancellationToken = default) =>
        With(connectionString, (migrations, connection) => migrations.Identify(connection, cancellationToken), cancellationToken);

    /// <summary>
    /// Makes the tables or brings them up to date, one transaction per version; takes the owner's rights. Programs that do
    /// so at the same moment take turns.
    /// </summary>
    /// <returns>The version that was there before.</returns>
    /// <exception cref="StoreOpenException">It cannot be reached or used, or belongs to another application or a newer version.</exception>
    public static Task<int> Migrate(string connectionString, CancellationToken cancellationToken = default) =>
        With(connectionString, (migrations, connection) => migrations.Apply(connection, CurrentVersion, partitions: 1, cancellationToken), cancellationToken);

    /// <summary>Makes sure that the tables are those that this program needs. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">They are missing, or older, or cannot be used; the message says what to do.</exception>
    public static async Task Check(string connectionString, CancellationToken cancellationToken = default)
    {
        if (await VersionOf(connectionString, cancellationToken) is var version && version < CurrentVersion)
            throw new StoreOpenException($"The schema '{NameIn(connectionString)}' for Orleans' tables has version {version}; this program needs {CurrentVersion}. "
                + $"Run 'silo -- migrate', or apply 'township schema cluster --print-sql --from {version}', as its owner.");
    }

    /// <summary>
    /// What brings a database from one version to the newest, one transaction per version (for <c>psql -v ON_ERROR_STOP=1</c>).
    /// </summary>
    /// <param name="schema">The database schema.</param>
    /// <param name="fromVersion">The version that the database has; 0 for none.</param>
    /// <exception cref="StoreOpenException">The schema's name cannot be used.</exception>
    public static string Script(string schema = DefaultName, int fromVersion = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        return string.Join("\n\n", new Migrations(new(schema), ClusterMigrations.History).Scripts(fromVersion, CurrentVersion, partitions: 1)) + "\n";
    }

    /// <summary>What a silo's role needs, and nothing else: it cannot change the queries that other silos will run.</summary>
    /// <exception cref="StoreOpenException">The schema's name cannot be used.</exception>
    public static string GrantsForSilo(string role, string schema = DefaultName) => Grants.For(
        """
        GRANT USAGE ON SCHEMA {schema} TO {role};
        GRANT SELECT ON {schema}.cluster_versions, {schema}.OrleansQuery TO {role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON {schema}.OrleansMembershipVersionTable, {schema}.OrleansMembershipTable,
            {schema}.OrleansRemindersTable, {schema}.OrleansStorage TO {role};
        """, role, schema);

    static async Task<T> With<T>(string connectionString, Func<Migrations, NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
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
