using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Township.Silo.Tests;

/// <summary>A client app: Township over the gateway of a silo in another process.</summary>
sealed class GatewayClient : IAsyncDisposable
{
    readonly IHost _host;

    GatewayClient(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<GatewayClient> Connect(int gatewayPort)
    {
        var host = new HostBuilder().UseOrleansClient(client => client.UseLocalhostClustering(gatewayPort).AddTownship()).Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
