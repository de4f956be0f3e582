using System.Data.Common;
using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>Tables of texts by key, and what programs outside see of them.</summary>
static class Views
{
    public static PostgreSqlCheckpointStoreOptions Options(PostgresDatabase database) => new()
    {
        ConnectionString = database.ConnectionString,
        // A machine that is busy with other tests may stand still for a while.
        ConnectTimeout = TimeSpan.FromMinutes(1),
        CommandTimeout = TimeSpan.FromMinutes(1),
    };

    public static async Task CreateTable(this DbTransaction transaction, string table)
    {
        await using var command = Command(transaction, $"CREATE TABLE {table} (key text PRIMARY KEY, value text)");
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<string?> Get(this DbTransaction transaction, string table, string key)
    {
        await using var command = Command(transaction, $"SELECT value FROM {table} WHERE key = $1", key);
        return (string?)await command.ExecuteScalarAsync();
    }

    public static async Task Set(this DbTransaction transaction, string table, string key, string value)
    {
        await using var command = Command(transaction, $"INSERT INTO {table} VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Through a connection of its own, as programs outside do; null when there is no such table.</summary>
    public static async Task<IReadOnlyDictionary<string, string>?> Query(PostgresDatabase database, string table)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT key, value FROM township_read_models.{table}", connection);
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new Dictionary<string, string>();
            while (await reader.ReadAsync()) rows.Add(reader.GetString(0), reader.GetString(1));
            return rows;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return null;
        }
    }

    static NpgsqlCommand Command(DbTransaction transaction, string sql, params string[] values)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)transaction.Connection!);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
