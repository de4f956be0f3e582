using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>Records which process has the store open. A marker without an open store means that the last stop was not clean.</summary>
static class StoreMarker
{
    const string Key = "opened_by";

    public static string? Read(SqliteConnection connection) => connection.Text($"SELECT value FROM meta WHERE key = '{Key}'");

    public static void Set(SqliteConnection connection, string holder)
    {
        using var insert = new Statement(connection, $"INSERT OR REPLACE INTO meta (key, value) VALUES ('{Key}', ?1)");
        insert.Bind(1, holder).Execute();
    }

    public static void Clear(SqliteConnection connection) => connection.Run($"DELETE FROM meta WHERE key = '{Key}'");
}
