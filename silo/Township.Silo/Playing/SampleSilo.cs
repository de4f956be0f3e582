using Microsoft.Data.Sqlite;

namespace Township.Silo;

/// <summary>A silo for the sample and a client of it, in one process but connected through the gateway, as a client app is.</summary>
sealed class SampleSilo : IAsyncDisposable
{
    // Only the sample's own lines are to be seen; what fails is told by the calls that fail.
    static readonly string[] Quiet =
        ["--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Orleans=None", "--Logging:LogLevel:Microsoft.AspNetCore=None", "--Logging:LogLevel:Orleans.Runtime.Watchdog=None"];

    readonly WebApplication _silo;
    readonly IHost _client;
    bool _runs;

    SampleSilo(WebApplication silo, IHost client) => (_silo, _client) = (silo, client);

    public IGrainFactory Grains => _client.Services.GetRequiredService<IClusterClient>();

    public static async Task<SampleSilo> Start(string path, TimeProvider clock, CancellationToken cancellation)
    {
        var ports = Ports.Free();
        var silo = SiloHost.Build([.. ports.AsSettings(), .. Quiet], o =>
        {
            (o.Store.Provider, o.Cluster.Kind) = (StoreProviders.Sqlite, ClusterKinds.Localhost);
            o.Store.ConnectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;
            o.Clock = clock;
            // The sample says itself who marks what is due and what the system proposes, at moments that it tells.
            (o.Deadlines.Enabled, o.Reactions.Enabled) = (false, false);
        });
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(client => client.UseLocalhostClustering(ports.Gateway).AddTownship());
        var started = new SampleSilo(silo, builder.Build());
        try
        {
            await SiloHost.Start(started._silo, cancellation);
            await started._client.StartAsync(cancellation);
            started._runs = true;
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async Task Stop(CancellationToken cancellation)
    {
        _runs = false;
        await _client.StopAsync(cancellation);
        await _silo.StopAsync(cancellation);
    }

    /// <summary>Stops first, in order, what an interruption or an error has left running.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_runs) await Stop(CancellationToken.None);
        if (_client is IAsyncDisposable client) await client.DisposeAsync();
        else _client.Dispose();
        await _silo.DisposeAsync();
    }
}
