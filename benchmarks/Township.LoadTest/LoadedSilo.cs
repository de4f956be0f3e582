using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Township.LoadTest;

/// <summary>A silo as <c>AddTownship</c> builds it, with everything on.</summary>
sealed class LoadedSilo : IAsyncDisposable
{
    readonly IHost _host;

    LoadedSilo(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IEventStore Store => _host.Services.GetRequiredService<SessionServices>().Store;

    /// <param name="store"><c>sqlite</c> or <c>memory</c>.</param>
    /// <param name="folder">Where a SQLite store lives.</param>
    /// <param name="snapshotEvery">As in the options of Township; 0 for none.</param>
    public static async Task<LoadedSilo> Start(string store, string folder, int snapshotEvery = 100)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), FreePort()).AddTownship(o =>
        {
            o.Store.Provider = store;
            o.Store.ConnectionString = $"Data Source={StorePath(folder)}";
            o.Snapshots.Every = snapshotEvery;
        }));
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public static string StorePath(string folder) => Path.Combine(folder, "township.db");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
