using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Township.LoadTest.Work;

namespace Township.LoadTest;

/// <summary>A silo as <c>AddTownship</c> builds it, with everything on.</summary>
sealed class LoadedSilo : IAsyncDisposable
{
    readonly IHost _host;

    LoadedSilo(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _host.Services;

    public IEventStore Store => _host.Services.GetRequiredService<SessionServices>().Store;

    /// <param name="place">Where the store lives.</param>
    /// <param name="snapshotEvery">As in the options of Township; 0 for none.</param>
    /// <param name="more">What else runs on the silo.</param>
    /// <param name="clock">Another clock than the machine's.</param>
    public static Task<LoadedSilo> Start(StorePlace place, int snapshotEvery = 100, Action<ISiloBuilder>? more = null, TimeProvider? clock = null) =>
        Start(place.Provider, place.ConnectionString, snapshotEvery, more, clock);

    /// <summary>The same on a store that somebody else looks after.</summary>
    public static async Task<LoadedSilo> Start(string provider, string connectionString, int snapshotEvery = 100, Action<ISiloBuilder>? more = null, TimeProvider? clock = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(Loopback.FreePort(), Loopback.FreePort()).AddTownship(o =>
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
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
