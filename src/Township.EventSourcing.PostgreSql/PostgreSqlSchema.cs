namespace Township.EventSourcing.PostgreSql;

/// <summary>The store's schema as SQL, for administrators who apply it themselves (with <c>psql -v ON_ERROR_STOP=1</c>).</summary>
public static class PostgreSqlSchema
{
    /// <summary>The newest version that this program knows.</summary>
    public static int CurrentVersion => Migrations.Current;

    /// <summary>Which version a database has; 0 when there is no store in it.</summary>
    /// <exception cref="StoreOpenException">It cannot be reached or used, or belongs to another application or a newer version.</exception>
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
    /// Makes the schema or brings it up to date, one transaction per version, as opening a store does that may; takes the owner's rights.
    /// </summary>
    /// <returns>The version that was there before.</returns>
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

    /// <summary>What brings a database from one version to the newest, one transaction per version.</summary>
    /// <param name="schema">The database schema.</param>
    /// <param name="fromVersion">The version that the database has; 0 for none.</param>
    /// <param name="partitions">Into how many parts the table of commits is split when it is made; 1 for a plain table.</param>
    /// <exception cref="StoreOpenException">The schema's name cannot be used.</exception>
    public static string Script(string schema = "township", int fromVersion = 0, int partitions = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        return string.Join("\n\n", new Migrations(new(schema)).Scripts(fromVersion, Migrations.Current, partitions)) + "\n";
    }

    /// <summary>
    /// What allows a role to append and read, and nothing else: no role but the owner can insert, change or remove a row in any
    /// other way than by appending.
    /// </summary>
    /// <exception cref="StoreOpenException">A name cannot be used.</exception>
    public static string GrantsForSilo(string role, string schema = "township") => Grants.For(Grants.Silo, role, schema);

    /// <summary>What allows a role to read, and nothing else.</summary>
    /// <exception cref="StoreOpenException">A name cannot be used.</exception>
    public static string GrantsForReader(string role, string schema = "township") => Grants.For(Grants.Reader, role, schema);
}
