using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;

namespace Township.Cli.Tests;

/// <summary>A SQLite store with the history of <see cref="DrawHistory"/>, closed as a silo closes it, and copies of it to tamper with.</summary>
public class StoreFile : IAsyncLifetime
{
    /// <summary>Which history it holds: documents show it.</summary>
    public const string History = "5d1c0b7e9a4f4c2e8b3a6f7d2e9c1a40";

    public string Folder { get; } = Directory.CreateTempSubdirectory("township-cli-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "huimin.db");

    public string Option => $"sqlite:{Path}";

    public async ValueTask InitializeAsync()
    {
        await using (var store = await SqliteEventStore.Open(new() { Path = Path }, NullLogger<SqliteEventStore>.Instance)) await Play(store);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE name = 'history_never_changes'";
        var trigger = (string)command.ExecuteScalar()!;
        command.CommandText = $"DROP TRIGGER history_never_changes; UPDATE history SET id = '{History}'; {trigger}; PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    protected virtual Task Play(IEventStore store) => DrawHistory.Play(store);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy in which somebody with a database shell has done something.</summary>
    public string Tampered(string sql)
    {
        var copy = Copy();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        connection.Open();
        var triggers = new List<string>();
        using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
            using var rows = list.ExecuteReader();
            while (rows.Read()) triggers.Add(rows.GetString(0));
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA ignore_check_constraints=ON; PRAGMA foreign_keys=OFF; {string.Concat(triggers.Select(t => $"DROP TRIGGER {t};"))} {sql}; PRAGMA journal_mode=DELETE;";
        command.ExecuteNonQuery();
        return $"sqlite:{copy}";
    }

    public string Copy()
    {
        var copy = System.IO.Path.Combine(Folder, $"{Guid.CreateVersion7():N}.db");
        File.Copy(Path, copy);
        return copy;
    }
}
