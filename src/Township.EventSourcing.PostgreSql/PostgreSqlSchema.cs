namespace Township.EventSourcing.PostgreSql;

/// <summary>The store's schema as SQL, for administrators who apply it themselves with <c>psql -v ON_ERROR_STOP=1</c>.</summary>
public static class PostgreSqlSchema
{
    /// <summary>The newest version that this program knows.</summary>
    public static int CurrentVersion => Migrations.Current;

    /// <summary>Returns the schema version of a database; 0 when it has no store.</summary>
    /// <exception cref="StoreOpenException">The database cannot be reached or used, or belongs to another application or a
    /// newer version.</exception>
    public static async Task<int> VersionOf(PostgreSqlStoreOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var databases = Databases.Of(options, readOnly: true);
        try
        {
            await using var connection = await databases.Primary.Open(cancellationToken);
            return await new Migrations(new(options.Schema)).Identify(connection, cancellationToken);
        }
        catch (Exception e) when (e.IsOfDatabase())
        {
            throw PostgreSqlFaults.Opening(options.Schema, e);
        }
    }

    /// <summary>
    /// Creates or migrates the schema, one transaction per version, as opening a store does when it may. Requires the owner's rights.
    /// </summary>
    /// <returns>The previous version.</returns>
    /// <exception cref="StoreOpenException">The database cannot be reached or used, or belongs to another application or a
    /// newer version.</exception>
    public static async Task<int> Migrate(PostgreSqlStoreOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var databases = Databases.Of(options, readOnly: false);
        try
        {
            await using var connection = await databases.Primary.Open(cancellationToken);
            await StoreOpening.CheckServer(connection, cancellationToken);
            return await new Migrations(new(options.Schema)).Apply(connection, CurrentVersion, options.Partitions, cancellationToken);
        }
        catch (Exception e) when (e.IsOfDatabase())
        {
            throw PostgreSqlFaults.Opening(options.Schema, e);
        }
    }

    /// <summary>Returns the SQL that migrates a database from a version to the newest, one transaction per version.</summary>
    /// <param name="schema">The name of the database schema.</param>
    /// <param name="fromVersion">The current version of the database; 0 for none.</param>
    /// <param name="partitions">The number of partitions of the table of commits when it is created; 1 for a plain table.</param>
    /// <exception cref="StoreOpenException">The name of the schema is not valid.</exception>
    public static string Script(string schema = "township", int fromVersion = 0, int partitions = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        return string.Join("\n\n", new Migrations(new(schema)).Scripts(fromVersion, Migrations.Current, partitions)) + "\n";
    }

    /// <summary>
    /// Returns the SQL that allows a role to append and read. Only the owner can insert, change or remove a row in
    /// any way other than appending.
    /// </summary>
    /// <exception cref="StoreOpenException">A name is not valid.</exception>
    public static string GrantsForSilo(string role, string schema = "township") => Grants.For(Grants.Silo, role, schema);

    /// <summary>Returns the SQL that allows a role to read only.</summary>
    /// <exception cref="StoreOpenException">A name is not valid.</exception>
    public static string GrantsForReader(string role, string schema = "township") => Grants.For(Grants.Reader, role, schema);
}
