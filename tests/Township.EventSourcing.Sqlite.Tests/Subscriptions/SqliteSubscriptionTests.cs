using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite.Tests;

public sealed class SqliteSubscriptionTests : SubscriptionConformance<DbTransaction>
{
    readonly StoreFolder _folder = new();

    protected override Task<ICheckpointStore<DbTransaction>> Open() => Task.FromResult<ICheckpointStore<DbTransaction>>(new SqliteCheckpointStore(_folder.Path));

    protected override Task CreateTable(DbTransaction transaction, string table) =>
        Run(transaction, $"CREATE TABLE {table} (key TEXT PRIMARY KEY, value TEXT)");

    protected override async Task<string?> Get(DbTransaction transaction, string table, string key)
    {
        await using var command = Command(transaction, $"SELECT value FROM {table} WHERE key = @key", key);
        return (string?)await command.ExecuteScalarAsync();
    }

    protected override Task Set(DbTransaction transaction, string table, string key, string value) =>
        Run(transaction, $"INSERT OR REPLACE INTO {table} VALUES (@key, @value)", key, value);

    // Through a connection of its own, as programs outside do.
    protected override async Task<IReadOnlyDictionary<string, string>?> Query(string table)
    {
        await using var connection = _folder.Connect();
        await using var known = connection.CreateCommand();
        known.CommandText = $"SELECT count(*) FROM sqlite_schema WHERE name = '{table}'";
        if ((long)(await known.ExecuteScalarAsync())! == 0) return null;
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT key, value FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<string, string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0), reader.GetString(1));
        return rows;
    }

    [Fact]
    public async Task Whoever_waits_for_a_place_that_is_closed_is_told()
    {
        var checkpoints = new SqliteCheckpointStore(_folder.Path);
        var (begun, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var inFlight = checkpoints.Change("tally", async (_, record) =>
        {
            begun.SetResult();
            await finish.Task;
            return record;
        });
        await begun.Task;
        var waiting = checkpoints.Find("tally");
        var closing = checkpoints.DisposeAsync();
        var late = checkpoints.Find("tally");
        finish.SetResult();

        await inFlight;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => late.WaitAsync(TimeSpan.FromMinutes(1)));
        await closing;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    static async Task Run(DbTransaction transaction, string sql, params string[] values)
    {
        await using var command = Command(transaction, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    static SqliteCommand Command(DbTransaction transaction, string sql, params string[] values)
    {
        var command = ((SqliteTransaction)transaction).Connection!.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue(i == 0 ? "@key" : "@value", values[i]);
        return command;
    }
}
