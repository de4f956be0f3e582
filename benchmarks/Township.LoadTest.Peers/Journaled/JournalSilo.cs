using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Township.Clustering.PostgreSql;

namespace Township.LoadTest.Peers;

/// <summary>A cluster of one silo that hosts <c>JournaledGrain</c>s.</summary>
sealed class JournalSilo : IAsyncDisposable
{
    readonly IHost _host;

    JournalSilo(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <param name="journal">What keeps the events.</param>
    /// <param name="connectionString">In which database.</param>
    /// <param name="cluster">The cluster's id; several silos here never know of each other.</param>
    public static async Task<JournalSilo> Start(Journal journal, string connectionString, string cluster = "peers")
    {
        if (journal != Journal.Township) await ClusterSchema.Migrate(connectionString);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(Loopback.FreePort(), Loopback.FreePort(), serviceId: "peers", clusterId: cluster).AddJournal(journal, connectionString));
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
