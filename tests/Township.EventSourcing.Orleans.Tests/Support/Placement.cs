using Orleans.Core.Internal;
using Orleans.Runtime.Placement;

namespace Township;

/// <summary>Where grains are, and moving them.</summary>
static class Placement
{
    public static async Task<SiloAddress?> WhereIs(this CounterCluster cluster, StreamId stream)
    {
        var management = cluster.Cluster.Client.GetGrain<IManagementGrain>(0);
        return await management.GetActivationAddress(cluster.Cluster.Client.GetGrain<Counters.ICounterGrain>(stream.Key));
    }

    public static async Task Move(this CounterCluster cluster, StreamId stream, SiloAddress? from)
    {
        var target = cluster.Cluster.Silos.Select(s => s.SiloAddress).First(s => !s.Equals(from));
        RequestContext.Set(IPlacementDirector.PlacementHintKey, target);
        await cluster.Cluster.Client.GetGrain<Counters.ICounterGrain>(stream.Key).Cast<IGrainManagementExtension>().MigrateOnIdle();
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
    }
}

/// <summary>All tests of the cluster, one after the other: they hold back and break its one store.</summary>
[CollectionDefinition(nameof(CounterCluster))]
public sealed class CounterClusterCollection : ICollectionFixture<CounterCluster>;
