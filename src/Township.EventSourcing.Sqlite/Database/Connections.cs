using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// Opens connections. The driver's pooling is off: a connection keeps its prepared statements, and disposing it closes it.
/// </summary>
static class Connections
{
    public static SqliteConnection OpenWriter(SqliteStoreOptions options, SqliteOpenMode mode)
    {
        var connection = Open(options.Path, mode, options.BusyTimeout);
        connection.Run("PRAGMA foreign_keys=ON");
        connection.Run("PRAGMA synchronous=FULL");
        connection.Run("PRAGMA cache_size=-65536");
        connection.Run("PRAGMA wal_autocheckpoint=0"); // See Checkpointer.
        connection.Run("PRAGMA journal_size_limit=67108864");
        if (options.MaxFileBytes is { } bytes)
            connection.Run(
                string.Create(
                    CultureInfo.InvariantCulture, $"PRAGMA max_page_count={Math.Max(1, bytes / connection.Number("PRAGMA page_size"))}"));
        return connection;
    }

    public static SqliteConnection OpenReader(string path, TimeSpan busyTimeout)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly, busyTimeout);
        connection.Run("PRAGMA cache_size=-16384");
        return connection;
    }

    /// <summary>Opens a database that has no writer, without locks and without creating files beside it.</summary>
    public static SqliteConnection OpenQuiet(string path)
    {
        var segments = System.IO.Path.GetFullPath(path).Replace('\\', '/').TrimStart('/').Split('/').Select(Uri.EscapeDataString);
        return Open($"file:///{string.Join('/', segments)}?immutable=1", SqliteOpenMode.ReadOnly, TimeSpan.Zero);
    }

    public static void Run(this SqliteConnection connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, sql), connection.Handle);

    public static long Number(this SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    public static string? Text(this SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    static SqliteConnection Open(string source, SqliteOpenMode mode, TimeSpan busyTimeout)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle, (int)busyTimeout.TotalMilliseconds);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
