using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Township;

/// <summary>A silo as <c>AddTownship</c> builds it, with a client.</summary>
/// <remarks>Tests with it run one after the other: meters and connection pools belong to the whole process.</remarks>
public sealed class HostedTownship : IAsyncDisposable
{
    readonly InProcessTestCluster _cluster;

    HostedTownship(InProcessTestCluster cluster) => _cluster = cluster;

    public IGrainFactory Grains => _cluster.Client;

    public IServiceProvider Silo => ((InProcessSiloHandle)_cluster.Silos[0]).ServiceProvider;

    public SessionServices Services => Silo.GetRequiredService<SessionServices>();

    public static Task<HostedTownship> Start(string folder) => Start(o =>
    {
        o.Store.ConnectionString = $"Data Source={Path.Combine(folder, "township.db")}";
        o.Snapshots.Every = 10;
    });

    public static async Task<HostedTownship> Start(Action<TownshipOptions> configure)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ServiceId = "township"; // Grain storage keeps each service's rows apart.
        builder.ConfigureSilo((_, silo) => silo.AddTownship(configure));
        builder.ConfigureClient(client => client.AddTownship());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
