using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace Township;

/// <summary>A silo and a client that is connected to its gateway, on a store in memory.</summary>
public sealed class TownshipCluster : IAsyncLifetime
{
    InProcessTestCluster? _cluster;

    public MemoryEventStore Store { get; } = new();

    public MemoryPersonalDataKeys Keys { get; } = new(TimeProvider.System);

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-01-05T01:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

    public IGrainFactory Grains => _cluster!.Client;

    public InProcessTestCluster Cluster => _cluster!;

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddEventSourcing(o =>
        {
            o.OpenStore = (_, _) => Task.FromResult<IEventStore>(Store);
            o.OpenPersonalDataKeys = (_, _, _) => Task.FromResult<IPersonalDataKeys>(Keys);
            o.Clock = Clock;
            o.CalendarVersion = "test";
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
