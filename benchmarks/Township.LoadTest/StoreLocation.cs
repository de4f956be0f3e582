using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using Township.LoadTest.Loads;
using Township.Testing.Postgres;

namespace Township.LoadTest;

/// <summary>Where a run's store lives: a folder, and for PostgreSQL a server of its own that waits for the disk. Gone with its user.</summary>
sealed class StoreLocation : IAsyncDisposable
{
    readonly TemporaryFolder _folder = new();

    PostgresServer? _server;
    PostgresDatabase? _database;

    StoreLocation(string provider) => Provider = provider;

    /// <summary><c>sqlite</c>, <c>postgres</c> or <c>memory</c>.</summary>
    public string Provider { get; }

    public string Folder => _folder.Path;

    string RawFile => Path.Combine(Folder, "raw.db");

    public string ConnectionString => _database?.ConnectionString ?? $"Data Source={Path.Combine(Folder, "township.db")}";

    /// <summary>The file that a connection string of SQLite names.</summary>
    public static string FileOf(string connectionString) => connectionString["Data Source=".Length..];

    public static async Task<StoreLocation> Create(string provider)
    {
        var location = new StoreLocation(provider);
        if (provider != StoreProviders.Postgres) return location;
        location._server = await StartServer();
        location._database = await PostgresDatabase.Create(location._server);
        return location;
    }

    /// <summary>
    /// A server of the run's own, or none where the environment names one. It has the log files of a server that has been
    /// at work for a while and uses them again: a fresh one makes each of them, with 16 MB of zeros and a sync, inside a
    /// commit, several times a second under this load.
    /// </summary>
    public static async Task<PostgresServer?> StartServer()
    {
        if (PostgresDatabase.ServerIsGiven) return null;
        // Settings that anybody would choose for a load of writes; everything else as the server comes.
        var server = await PostgresServer.Start(durable: true, "shared_buffers = 256MB", "max_wal_size = 4GB", "min_wal_size = 2GB");
        await PostgresDatabase.Run(server.ConnectionString, "SELECT count(pg_logical_emit_message(false, 'fill', repeat('x', 1000000))) FROM generate_series(1, 2000)");
        await PostgresDatabase.Run(server.ConnectionString, "CHECKPOINT");
        return server;
    }

    /// <summary>The store itself, without a silo.</summary>
    public async Task<IEventStore> OpenStore() => Provider == StoreProviders.Postgres
        ? await PostgreSqlEventStore.Open(PostgreSqlStoreOptions.From(ConnectionString), NullLogger<PostgreSqlEventStore>.Instance)
        : await SqliteEventStore.Open(new() { Path = FileOf(ConnectionString) }, NullLogger<SqliteEventStore>.Instance);

    /// <summary>The limit of the machine for this kind of store.</summary>
    public Task<double> RawInsertsPerSecond(IEventStore store) =>
        _database is null ? RawLimit.InsertsPerSecond(Folder, store) : PostgresLimit.InsertsPerSecond(ConnectionString, store);

    /// <summary>Copies the commits of a store into a plain table.</summary>
    public Task FillRaw(IEventStore store) => _database is null ? RawLimit.Fill(RawFile, store) : PostgresLimit.Fill(ConnectionString, store);

    /// <summary>Reads that table and deserialises the events.</summary>
    public async Task<Replayed> ReadRaw()
    {
        if (_database is null) return RawRead.All(RawFile);
        var (events, time) = await PostgresLimit.Read(ConnectionString);
        return new(events, time);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        await _folder.DisposeAsync();
    }
}
