using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Township.Silo.Tests;

/// <summary>A client app: Township over the gateway of a silo in another process.</summary>
sealed class GatewayClient : IAsyncDisposable
{
    readonly IHost _host;

    GatewayClient(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Of one silo.</summary>
    public static Task<GatewayClient> Connect(int gatewayPort) => Connect(client => client.UseLocalhostClustering(gatewayPort));

    /// <summary>Of the silos whose membership table is there.</summary>
    public static Task<GatewayClient> Connect(string clusterConnection) => Connect(client => client
        .Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("township", "township"))
        .Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1))
        .UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = ("Npgsql", clusterConnection)));

    static async Task<GatewayClient> Connect(Action<IClientBuilder> cluster)
    {
        var host = new HostBuilder().UseOrleansClient(client =>
        {
            cluster(client);
            client.AddTownship();
        }).Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
