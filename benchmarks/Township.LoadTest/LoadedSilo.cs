using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Township.LoadTest.Work;

namespace Township.LoadTest;

/// <summary>A silo as <c>AddTownship</c> builds it, with everything on.</summary>
sealed class LoadedSilo : IAsyncDisposable
{
    readonly IHost _host;
    readonly IPEndPoint _endpoint;

    LoadedSilo(IHost host, IPEndPoint endpoint) => (_host, _endpoint) = (host, endpoint);

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _host.Services;

    public IEventStore Store => _host.Services.GetRequiredService<SessionServices>().Store;

    /// <param name="location">Where the store lives.</param>
    /// <param name="snapshotEvery">As in the options of Township; 0 for none.</param>
    /// <param name="more">What else runs on the silo.</param>
    /// <param name="clock">Another clock than the machine's.</param>
    /// <param name="joins">A silo whose cluster it joins; default: it has one of its own.</param>
    public static Task<LoadedSilo> Start(StoreLocation location, int snapshotEvery = 100, Action<ISiloBuilder>? more = null, TimeProvider? clock = null, LoadedSilo? joins = null) =>
        Start(location.Provider, location.ConnectionString, snapshotEvery, more, clock, joins);

    /// <summary>The same on a store that somebody else looks after.</summary>
    public static async Task<LoadedSilo> Start(
        string provider, string connectionString, int snapshotEvery = 100, Action<ISiloBuilder>? more = null, TimeProvider? clock = null, LoadedSilo? joins = null)
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, Loopback.FreePort());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(endpoint.Port, Loopback.FreePort(), joins?._endpoint).AddTownship(o =>
            {
                o.Store.Provider = provider;
                o.Store.ConnectionString = connectionString;
                o.Snapshots.Every = snapshotEvery;
                o.Clock = clock ?? o.Clock;
            });
            more?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host, endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
