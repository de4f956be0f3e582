using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// The schema of a vault on PostgreSQL, apart from the store's, so that who may read the history need not be who may read the
/// keys. Connection strings are Npgsql's; their <c>Search Path</c> names the schema, default <see cref="DefaultName"/>.
/// </summary>
public static class PersonalKeysSchema
{
    /// <summary>The schema where none is named.</summary>
    public const string DefaultName = "township_keys";

    static readonly SchemaHistory History = new("key_versions", [_ => Migration1Keys.Sql]);

    /// <summary>The newest version that this program knows.</summary>
    public static int CurrentVersion => History.Current;

    /// <summary>Which schema a connection string means.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static string NameIn(string connectionString) =>
        Databases.Settings(connectionString).SearchPath is { Length: > 0 } schema ? schema : DefaultName;

    /// <summary>Where the keys are unless something else is said: in the store's database, in its schema's name with <c>_keys</c> behind it.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static string Beside(string storeConnectionString)
    {
        var settings = Databases.Settings(storeConnectionString);
        settings.SearchPath = $"{PostgreSqlStoreOptions.From(storeConnectionString).Schema}_keys";
        return settings.ToString();
    }

    /// <summary>Which version a database has; 0 when there is no vault in it. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">It cannot be reached or used, or belongs to another application or a newer version.</exception>
    public static Task<int> VersionOf(string connectionString, CancellationToken cancellationToken = default) =>
        With(connectionString, (migrations, connection) => migrations.Identify(connection, cancellationToken), cancellationToken);

    /// <summary>Makes the schema or brings it up to date, one transaction per version; takes the owner's rights. Programs that do so at the same moment take turns.</summary>
    /// <returns>The version that was there before.</returns>
    /// <exception cref="StoreOpenException">It cannot be reached or used, or belongs to another application or a newer version.</exception>
    public static Task<int> Migrate(string connectionString, CancellationToken cancellationToken = default) =>
        With(connectionString, (migrations, connection) => migrations.Apply(connection, CurrentVersion, partitions: 1, cancellationToken), cancellationToken);

    /// <summary>Makes sure that the schema is the one that this program needs. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">It is missing, or older, or cannot be used; the message says what to do.</exception>
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

    /// <summary>What brings a database from one version to the newest, one transaction per version (for <c>psql -v ON_ERROR_STOP=1</c>).</summary>
    /// <param name="schema">The database schema.</param>
    /// <param name="fromVersion">The version that the database has; 0 for none.</param>
    /// <exception cref="StoreOpenException">The schema's name cannot be used.</exception>
    public static string Script(string schema = DefaultName, int fromVersion = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        return string.Join("\n\n", new Migrations(new(schema), History).Scripts(fromVersion, CurrentVersion, partitions: 1)) + "\n";
    }

    /// <summary>What allows a role to make keys, use them and erase them, and nothing else.</summary>
    /// <exception cref="StoreOpenException">The schema's name cannot be used.</exception>
    public static string GrantsForSilo(string role, string schema = DefaultName) => Grants.For(
        """
        GRANT USAGE ON SCHEMA {schema} TO {role};
        GRANT SELECT ON {schema}.key_versions TO {role};
        GRANT SELECT, INSERT ON {schema}.adoptions TO {role};
        GRANT SELECT, INSERT, UPDATE (secret, erased_at, erased_by, erased_for) ON {schema}.keys TO {role};
        """, role, schema);

    static async Task<T> With<T>(string connectionString, Func<Migrations, NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
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
