using Npgsql;
using Township.EventSourcing.PostgreSql;
using Township.Testing.Postgres;

namespace Township.Silo.Tests;

/// <summary>
/// Silos of one cluster, each a process of its own, on a PostgreSQL database of their own: start as many as you like, stop or
/// kill them one by one, and ask the database what became of them.
/// </summary>
sealed class SiloCluster : IAsyncDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly List<SiloProcess> _silos = [];

    SiloCluster(PostgresDatabase database) => Database = database;

    public PostgresDatabase Database { get; }

    /// <summary>Which silo is started. Default: the one that is shipped.</summary>
    public string Program { get; set; } = "Township.Silo";

    /// <summary>An empty database.</summary>
    /// <param name="server">On which server; default: the one that all tests share.</param>
    public static async Task<SiloCluster> OnEmptyDatabase(PostgresServer? server = null) => new(await PostgresDatabase.Create(server));

    /// <summary>A database, migrated as an operator does it.</summary>
    /// <param name="server">On which server; default: the one that all tests share.</param>
    public static async Task<SiloCluster> Create(PostgresServer? server = null)
    {
        var cluster = await OnEmptyDatabase(server);
        (await cluster.Migrate()).Should().Match<ProcessEnd>(e => e.ExitCode == 0 && e.Error == "");
        return cluster;
    }

    /// <summary>Runs <c>silo -- migrate</c>.</summary>
    public async Task<ProcessEnd> Migrate(params string[] arguments)
    {
        await using var migrate = SiloProcess.Start(_folder.Path, ["migrate", .. Settings(Database.ConnectionString), .. arguments]);
        return await migrate.End();
    }

    /// <summary>Starts a silo on free ports and waits until it is ready. It is killed with the cluster, if it still runs then.</summary>
    public async Task<SiloProcess> Start(params string[] settings)
    {
        var silo = Launch(settings);
        await silo.IsReady();
        return silo;
    }

    /// <summary>The silos that run, and as many more as it takes to have so many.</summary>
    public async Task<List<SiloProcess>> Running(int atLeast)
    {
        List<SiloProcess> running = [.. _silos.Where(s => !s.HasEnded)];
        return [.. running, .. await Task.WhenAll(Enumerable.Range(0, Math.Max(0, atLeast - running.Count)).Select(_ => Start()))];
    }

    /// <summary>Starts a silo, and does not wait for what becomes of it.</summary>
    public SiloProcess Launch(params string[] settings)
    {
        var silo = SiloProcess.Host(_folder.Path, [.. Settings(Database.ConnectionString), .. settings], Program);
        lock (_silos) _silos.Add(silo);
        return silo;
    }

    /// <summary>A client app of the cluster, which finds the gateways in the database.</summary>
    public Task<GatewayClient> Connect() => GatewayClient.Connect(ClusterConnection);

    /// <summary>What the membership table says of a silo.</summary>
    public async Task<SiloStatus> StatusOf(SiloProcess silo) =>
        (SiloStatus)await Database.Value<int>($"SELECT Status FROM township_cluster.OrleansMembershipTable WHERE Port = {silo.SiloPort} ORDER BY Generation DESC LIMIT 1");

    /// <summary>All commits, read past the silos.</summary>
    public async Task<List<RecordedCommit>> Commits()
    {
        await using var reader = await PostgreSqlEventReader.Open(PostgreSqlStoreOptions.From(Database.ConnectionString));
        return await reader.ReadAll().ToListAsync();
    }

    /// <summary>Runs <c>township verify</c> as auditors do.</summary>
    public Task<ProcessEnd> Verify() => Stores.VerifyStore($"postgres:{Database.ConnectionString}");

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos) await silo.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    string ClusterConnection => new NpgsqlConnectionStringBuilder(Database.ConnectionString) { SearchPath = "township_cluster" }.ToString();

    static string[] Settings(string connectionString) =>
        ["--Township:Cluster=adonet", "--Township:Store:Provider=postgres", $"--Township:Store:ConnectionString={connectionString}"];
}
