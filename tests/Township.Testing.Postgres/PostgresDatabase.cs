using System.Globalization;
using Npgsql;

namespace Township.Testing.Postgres;

/// <summary>
/// A database that exists as long as a test needs it: on the server of <c>TOWNSHIP_TEST_POSTGRES</c> if that is set
/// (its role must be allowed to create databases and roles), otherwise on one throwaway server per test process.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    const string Variable = "TOWNSHIP_TEST_POSTGRES";

    static readonly Lazy<Task<string>> Server = new(async () =>
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return given;
        _kept = await PostgresServer.Start();
        return _kept.ConnectionString;
    });

    // Never disposed: the shell that holds it lets go when this process ends. Unreferenced, it would be collected, and so end too early.
    static PostgresServer? _kept;

    static int _count;

    readonly string _admin;
    readonly string? _name;

    // A machine that is busy with other tests may stand still for a while.
    PostgresDatabase(string admin, string? name)
    {
        (_admin, _name) = (admin, name);
        var settings = new NpgsqlConnectionStringBuilder(admin) { Timeout = 60, CommandTimeout = 120 };
        if (name is not null) settings.Database = name;
        ConnectionString = settings.ToString();
    }

    /// <summary>Whether the environment names a server.</summary>
    public static bool ServerIsGiven => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>How to reach it as its owner.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes an empty database.</summary>
    /// <param name="server">On which server; default: the one described above.</param>
    public static async Task<PostgresDatabase> Create(PostgresServer? server = null)
    {
        var admin = server?.ConnectionString ?? await Server.Value;
        var database = new PostgresDatabase(admin, $"township_test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}");
        await database.AsAdmin($"CREATE DATABASE {database._name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        return database;
    }

    /// <summary>The database that is there anyway, for tests that keep to a schema of their own.</summary>
    public static async Task<PostgresDatabase> Existing() => new(await Server.Value, null);

    /// <summary>The same database through a network that can be spoilt.</summary>
    public string Through(LoopbackProxy network) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Host = network.Host, Port = network.Port, Pooling = true }.ToString();

    /// <summary>A network between clients and this database.</summary>
    public LoopbackProxy Network()
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString);
        return settings.Host!.Split(':') is [var host, var port] ? new(host, int.Parse(port, CultureInfo.InvariantCulture)) : new(settings.Host, settings.Port);
    }

    /// <summary>The same database as another role.</summary>
    public string As(string role, string password) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Username = role, Password = password }.ToString();

    /// <summary>Runs SQL in the database as its owner, past every store.</summary>
    public Task Run(string sql) => Run(ConnectionString, sql);

    /// <summary>The first value that a query answers.</summary>
    public async Task<T> Value<T>(string sql)
    {
        await using var connection = await Open(ConnectionString);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs SQL over a connection of its own.</summary>
    public static async Task Run(string connectionString, string sql)
    {
        await using var connection = await Open(connectionString);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_name is not null) await AsAdmin($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    Task AsAdmin(string sql) => Run(_admin, sql);

    static async Task<NpgsqlConnection> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }
}
