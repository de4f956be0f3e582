using Orleans.TestingHost;
using Township.Counters;

namespace Township;

/// <summary>Two silos on one store in memory, and a client connected to their gateways.</summary>
public sealed class CounterCluster : IAsyncLifetime
{
    public static readonly Actor Ann = new("ann", "huimin", ["office"]);

    InProcessTestCluster? _cluster;
    int _counters;

    public GatedStore Store { get; } = new(new MemoryEventStore());

    public InProcessTestCluster Cluster => _cluster!;

    public (ICounterGrain Grain, StreamId Stream) NewCounter()
    {
        var stream = new StreamId("counter", "huimin", $"n-{Interlocked.Increment(ref _counters)}");
        return (Cluster.Client.GetGrain<ICounterGrain>(stream.Key), stream);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) => silo.AddEventSourcing(o =>
        {
            o.OpenStore = (_, _) => Task.FromResult<IEventStore>(Store);
            o.GroupCommit.Retries = 0;
            o.CodeVersion = "test";
        }));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
    }
}
