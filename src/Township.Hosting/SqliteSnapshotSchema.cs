using Microsoft.Data.Sqlite;

namespace Township;

/// <summary>
/// The tables and queries of Orleans' ADO.NET grain storage for SQLite, which its package does not include. Snapshots have one writer, so
/// an upsert that checks the version is sufficient; rows that Orleans clears are deleted.
/// </summary>
static class SqliteSnapshotSchema
{
    const string Tables =
        """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS OrleansQuery (QueryKey TEXT PRIMARY KEY, QueryText TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS OrleansStorage (
            ServiceId TEXT NOT NULL, GrainTypeString TEXT NOT NULL, GrainIdExtensionString TEXT NOT NULL,
            GrainIdN0 INTEGER NOT NULL, GrainIdN1 INTEGER NOT NULL,
            Version INTEGER NOT NULL, ModifiedOn TEXT NOT NULL, PayloadBinary BLOB,
            PRIMARY KEY (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1)) WITHOUT ROWID;
        """;

    const string ThisGrain =
        """
        ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '')
            AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
        """;

    // Snapshots need not survive a power failure: there is no sync per row, which would delay the store's. When another writer was faster,
    // no row is returned. Orleans takes that as written, which is acceptable for a cache.
    static readonly Dictionary<string, string> Queries = new()
    {
        ["WriteToStorageKey"] =
            """
            PRAGMA synchronous = NORMAL;
            INSERT INTO OrleansStorage (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, Version, ModifiedOn, PayloadBinary)
            VALUES (@ServiceId, @GrainTypeString, coalesce(@GrainIdExtensionString, ''), @GrainIdN0, @GrainIdN1, 1, datetime('now'), @PayloadBinary)
            ON CONFLICT DO UPDATE SET Version = Version + 1, ModifiedOn = excluded.ModifiedOn, PayloadBinary = excluded.PayloadBinary
                WHERE Version IS @GrainStateVersion
            RETURNING Version AS NewGrainStateVersion;
            """,
        ["ReadFromStorageKey"] = $"SELECT PayloadBinary, Version FROM OrleansStorage WHERE {ThisGrain};",
        ["ClearStorageKey"] =
            $"DELETE FROM OrleansStorage WHERE {ThisGrain} AND Version = @GrainStateVersion RETURNING Version + 1 AS NewGrainStateVersion;",
        ["DeleteStorageKey"] =
            $"DELETE FROM OrleansStorage WHERE {ThisGrain} AND Version = @GrainStateVersion RETURNING Version + 1 AS NewGrainStateVersion;",
    };

    /// <exception cref="StoreOpenException">The file cannot be used.</exception>
    public static void Create(string connectionString)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            CreateTables(connectionString);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreOpenException($"Snapshots cannot be kept in '{path}', a cache that may be deleted: {e.Message}", e);
        }
    }

    static void CreateTables(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var tables = connection.CreateCommand();
        tables.CommandText = Tables;
        tables.ExecuteNonQuery();
        using var query = connection.CreateCommand();
        query.CommandText =
            "INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES (@key, @text) ON CONFLICT DO UPDATE SET QueryText = excluded.QueryText;";
        foreach (var (key, text) in Queries)
        {
            query.Parameters.Clear();
            query.Parameters.AddWithValue("@key", key);
            query.Parameters.AddWithValue("@text", text);
            query.ExecuteNonQuery();
        }
    }
}
