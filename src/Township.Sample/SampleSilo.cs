using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Township.Samples;

/// <summary>A silo for the sample and a client of it, in one process but connected through the gateway, as a client app is.</summary>
sealed class SampleSilo : IAsyncDisposable
{
    readonly IHost _silo, _client;
    bool _runs;

    SampleSilo(IHost silo, IHost client) => (_silo, _client) = (silo, client);

    public IGrainFactory Grains => _client.Services.GetRequiredService<IClusterClient>();

    public static async Task<SampleSilo> Start(string path, TimeProvider clock, CancellationToken cancellation)
    {
        var (siloPort, gatewayPort) = FreePorts();
        // Without logging: what fails is told by the calls that fail.
        var silo = Host.CreateEmptyApplicationBuilder(null);
        silo.UseOrleans(orleans => orleans.UseLocalhostClustering(siloPort, gatewayPort).AddTownship(o =>
        {
            (o.Store.Provider, o.Cluster.Kind) = (StoreProviders.Sqlite, ClusterKinds.Localhost);
            o.Store.ConnectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;
            o.Clock = clock;
            // The scenario itself says who marks what is due and what the system proposes, and when.
            (o.Deadlines.Enabled, o.Reactions.Enabled) = (false, false);
        }));
        var client = Host.CreateEmptyApplicationBuilder(null);
        client.UseOrleansClient(orleans => orleans.UseLocalhostClustering(gatewayPort).AddTownship());
        var started = new SampleSilo(silo.Build(), client.Build());
        try
        {
            await started._silo.StartAsync(cancellation);
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
        await Dispose(_client);
        await Dispose(_silo);
    }

    static async ValueTask Dispose(IHost host)
    {
        if (host is IAsyncDisposable async) await async.DisposeAsync();
        else host.Dispose();
    }

    // Two ports that are free now, so that the sample never meets a running silo.
    static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
