using Npgsql;

namespace Township.LoadTest.Work;

/// <summary>What the server says about itself.</summary>
/// <param name="Bytes">The size of the database, with indexes and dead rows.</param>
/// <param name="LogBytes">What was written to the write-ahead log since the server was made.</param>
public readonly record struct ServerSize(long Bytes, long LogBytes)
{
    public ServerSize Since(ServerSize earlier) => new(Bytes - earlier.Bytes, LogBytes - earlier.LogBytes);
}

/// <summary>A connection beside the one of the system under load.</summary>
public sealed class ServerFigures : IAsyncDisposable
{
    readonly NpgsqlConnection _connection;

    ServerFigures(NpgsqlConnection connection) => _connection = connection;

    public static async Task<ServerFigures> Connect(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 300 }.ToString());
        await connection.OpenAsync();
        return new(connection);
    }

    /// <summary>The server's version.</summary>
    public string Version => _connection.PostgreSqlVersion.ToString();

    /// <summary>Brings everything to the disk that earlier loads have left to do.</summary>
    public async Task Checkpoint()
    {
        await using var command = new NpgsqlCommand("CHECKPOINT", _connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<ServerSize> Read()
    {
        await using var command = new NpgsqlCommand("SELECT pg_database_size(current_database()), (pg_current_wal_insert_lsn() - '0/0')::bigint", _connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>The one number that a query answers.</summary>
    public async Task<long> Value(string query)
    {
        await using var command = new NpgsqlCommand(query, _connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
