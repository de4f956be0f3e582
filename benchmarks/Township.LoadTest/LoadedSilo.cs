using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Township.LoadTest;

/// <summary>A silo as <c>AddTownship</c> builds it, with everything on, on a new store in a folder that is removed afterwards.</summary>
sealed class LoadedSilo : IAsyncDisposable
{
    readonly IHost _host;
    readonly string _folder;

    LoadedSilo(IHost host, string folder) => (_host, _folder) = (host, folder);

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IEventStore Store => _host.Services.GetRequiredService<SessionServices>().Store;

    public string Folder => _folder;

    public static async Task<LoadedSilo> Start(string store)
    {
        var folder = Directory.CreateTempSubdirectory("township-load-").FullName;
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), FreePort()).AddTownship(o =>
        {
            o.Store.Provider = store;
            o.Store.ConnectionString = $"Data Source={Path.Combine(folder, "township.db")}";
        }));
        var host = builder.Build();
        await host.StartAsync();
        return new(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
