using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;

namespace Township.Auditing.Tests;

/// <summary>The database file of <see cref="AccountHistory"/>, and copies of it in which somebody with a shell has done something.</summary>
public sealed class StoredRows : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-rows-").FullName;

    string Original => Path.Combine(_folder, "original.db");

    string Copy => Path.Combine(_folder, "copy.db");

    /// <summary>Where the log ends, as an auditor noted it.</summary>
    public Checkpoint Noted { get; private set; } = new(default, new(0, CommitHash.Zero));

    public async ValueTask InitializeAsync()
    {
        await using (var store = await SqliteEventStore.Open(new() { Path = Original }, NullLogger<SqliteEventStore>.Instance))
        {
            await AccountHistory.Play(store);
            Noted = new(await store.ReadHistory(), await store.ReadLogHead());
        }

        using var connection = Connect(Original);
        foreach (var trigger in Read(connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", r => r.GetString(0))) Run(connection, $"DROP TRIGGER {trigger}");
        Run(connection, "PRAGMA journal_mode=DELETE");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Rows of an undamaged store.</summary>
    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var connection = Connect(Original);
        return Read(connection, sql, row);
    }

    /// <summary>What verification finds after some SQL; null when the database itself refuses it.</summary>
    public async Task<List<Fault>?> FaultsAfter(string sql, object? value = null, Checkpoint? checkpoint = null)
    {
        File.Copy(Original, Copy, overwrite: true);
        using (var connection = Connect(Copy))
        {
            Run(connection, "PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON");
            try
            {
                Run(connection, sql, value);
            }
            catch (SqliteException e) when (e.SqliteErrorCode == 19)
            {
                return null;
            }
        }

        var faults = new List<Fault>();
        await using var reader = await SqliteEventReader.Open(Copy);
        await new HistoryVerifier(reader, AccountHistory.Types, new() { Checkpoint = checkpoint }).VerifyAll(faults.Add);
        return faults;
    }

    static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    static void Run(SqliteConnection connection, string sql, object? value = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null) command.Parameters.AddWithValue("@value", value);
        command.ExecuteNonQuery();
    }

    static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}
