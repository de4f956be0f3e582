using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// The schema of a vault on PostgreSQL. It is separate from the store's, so that the right to read the history does not include the right
/// to read the keys. Connection strings are Npgsql's; their <c>Search Path</c> names the schema, default <see cref="DefaultName"/>.
/// </summary>
public static class PersonalKeysSchema
{
    /// <summary>The default name of the schema.</summary>
    public const string DefaultName = "township_keys";

    static readonly SchemaHistory History = new("key_versions", [_ => Migration1Keys.Sql]);

    /// <summary>The newest version that this program knows.</summary>
    public static int CurrentVersion => History.Current;

    /// <summary>Returns the schema that a connection string names.</summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static string NameIn(string connectionString) =>
        Databases.Settings(connectionString).SearchPath is { Length: > 0 } schema ? schema : DefaultName;

    /// <summary>
    /// Returns the default connection string of the keys: the store's database, in the store's schema name followed by <c>_keys</c>.
    /// </summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static string Beside(string storeConnectionString)
    {
        var settings = Databases.Settings(storeConnectionString);
        settings.SearchPath = $"{PostgreSqlStoreOptions.From(storeConnectionString).Schema}_keys";
        return settings.ToString();
    }

    /// <summary>Returns the schema version of a database; 0 when it has no vault. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">The database cannot be reached or used, or belongs to another application or a
    /// newer version.</exception>
    public static Task<int> VersionOf(string connectionString, CancellationToken cancellationToken = default) =>
        With(connectionString, (migrations, connection) => migrations.Identify(connection, cancellationToken), cancellationToken);

    /// <summary>
    /// Creates or migrates the schema, one transaction per version. Requires the owner's rights. Programs that migrate
    /// at the same time take turns.
    /// </summary>
    /// <returns>The previous version.</returns>
    /// <exception cref="StoreOpenException">The database cannot be reached or used, or belongs to another application or a
    /// newer version.</exception>
    public static Task<int> Migrate(string connectionString, CancellationToken cancellationToken = default) =>
        With(
            connectionString, (migrations, connection) => migrations.Apply(connection, CurrentVersion, partitions: 1, cancellationToken),
            cancellationToken);

    /// <summary>Checks that the schema has the version that this program needs. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">The schema is missing, older, or cannot be used; the message says what to do.</exception>
    public static async Task Check(string connectionString, CancellationToken cancellationToken = default)
    {
        if (await VersionOf(connectionString, cancellationToken) is var version && version < CurrentVersion)
            throw new StoreOpenException($"The schema '{NameIn(connectionString)}' for keys of personal data has version {version}; this program needs {CurrentVersion}. "
                + $"Run 'silo -- migrate', or apply 'township schema keys --print-sql --from {version}', as its owner.")
            {
                Chinese = $"密钥的数据库结构“{NameIn(connectionString)}”为版本 {version}，本程序需要版本 {CurrentVersion}。"
                    + $"请由数据库所有者运行“silo -- migrate”，或执行“township schema keys --print-sql --from {version}”输出的 SQL。",
            };
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
        return string.Join("\n\n", new Migrations(new(schema), History).Scripts(fromVersion, CurrentVersion, partitions: 1)) + "\n";
    }

    /// <summary>Returns the SQL that allows a role to create, use and erase keys only.</summary>
    /// <exception cref="StoreOpenException">The name of the schema is not valid.</exception>
    public static string GrantsForSilo(string role, string schema = DefaultName) => Grants.For(
        """
        GRANT USAGE ON SCHEMA {schema} TO {role};
        GRANT SELECT ON {schema}.key_versions TO {role};
        GRANT SELECT, INSERT ON {schema}.adoptions TO {role};
        GRANT SELECT, INSERT, UPDATE (secret, erased_at, erased_by, erased_for) ON {schema}.keys TO {role};
        """, role, schema);

    static async Task<T> With<T>(
        string connectionString, Func<Migrations, NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        var schema = NameIn(connectionString);
        await using var databases = Databases.Of(new() { ConnectionString = connectionString }, readOnly: false);
        try
        {
            await using var connection = await databases.Primary.Open(cancellationToken);
            return await use(new(new(schema), History), connection);
        }
        catch (Exception e) when (e.IsOfDatabase())
        {
            throw PostgreSqlFaults.Opening(schema, e);
        }
    }
}
