using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Township;

/// <summary>Silos as <c>AddTownship</c> builds them, with a client.</summary>
/// <remarks>Tests with it run one after the other: meters and connection pools belong to the whole process.</remarks>
public sealed class HostedTownship : IAsyncDisposable
{
    readonly InProcessTestCluster _cluster;

    HostedTownship(InProcessTestCluster cluster) => _cluster = cluster;

    public IGrainFactory Grains => _cluster.Client;

    public IServiceProvider Silo => ((InProcessSiloHandle)_cluster.Silos[0]).ServiceProvider;

    public SessionServices Services => Silo.GetRequiredService<SessionServices>();

    public static Task<HostedTownship> Start(string folder, Action<ISiloBuilder>? more = null) => Start(
        o =>
        {
            o.Store.ConnectionString = $"Data Source={Path.Combine(folder, "township.db")}";
            o.Snapshots.Every = 10;
        },
        more: more);

    /// <summary>The silos that are up.</summary>
    public IReadOnlyList<InProcessSiloHandle> Silos => [.. _cluster.Silos];

    public static async Task<HostedTownship> Start(Action<TownshipOptions> configure, short silos = 1, Action<ISiloBuilder>? more = null)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ServiceId = "township"; // Grain storage keeps each service's rows apart.
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddTownship(configure);
            more?.Invoke(silo);
        });
        builder.ConfigureClient(client => client.AddTownship());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    public Task Kill(InProcessSiloHandle silo) => _cluster.KillSiloAsync(silo);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
