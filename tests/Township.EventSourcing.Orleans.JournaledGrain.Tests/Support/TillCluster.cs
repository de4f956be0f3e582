using Orleans.TestingHost;
using Township.Tills;

namespace Township;

/// <summary>Two silos on one store in memory that fails as a test wishes, and a client connected to their gateways.</summary>
public sealed class TillCluster : IAsyncLifetime
{
    public const int Retries = 2;

    public static readonly Actor Ann = new("ann", "huimin", []);

    readonly MemoryEventStore _memory = new();
    InProcessTestCluster? _cluster;
    int _tills;

    public TillCluster() => Store = new(_memory.Reading(c => Change is { } change ? change(c) : c));

    internal FaultyStore Store { get; }

    /// <summary>What the store shows of the commits of streams. Default: what is there.</summary>
    public Func<RecordedCommit, RecordedCommit?>? Change { get; set; }

    public IGrainFactory Client => _cluster!.Client;

    public (ITill Till, StreamId Stream) NewTill(string type = "till")
    {
        var key = $"huimin/n-{Interlocked.Increment(ref _tills)}";
        return (Client.GetGrain<ITill>(GrainId.Create(type, key)), StreamId.Parse($"{type}/{key}"));
    }

    /// <summary>The store works again, whatever a test that failed has left behind.</summary>
    public void Heal()
    {
        (Store.IsDown, Change) = (() => false, null);
        Store.ReleaseAll();
    }

    /// <summary>Writes past the silos, as another one would.</summary>
    public Task Rival(StreamId stream, params string[] amounts) => Rivals.Write(_memory, stream, [.. amounts.Select(Rivals.Deposited)]);

    /// <summary>The same by one whose clock is ahead.</summary>
    public Task RivalAhead(StreamId stream, TimeSpan by) => Rivals.WriteAt(_memory, stream, DateTimeOffset.UtcNow + by, Rivals.Deposited("1"));

    public async Task<string[]> Stored(StreamId stream) =>
        [.. await _memory.ReadStream(stream, StreamRange.All).Select(c => string.Join(' ', c.Events.Select(e => $"{e.Name[(e.Name.LastIndexOf('.') + 1)..]}{e.Data}"))).ToListAsync()];

    public async Task<IReadOnlyList<RecordedCommit>> Commits(StreamId stream) => await _memory.ReadStream(stream, StreamRange.All).ToListAsync();

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) => silo
            .AddEventSourcing(o =>
            {
                o.OpenStore = (_, _) => Task.FromResult<IEventStore>(Store);
                o.GroupCommit.Retries = Retries;
                o.GroupCommit.RetryDelay = TimeSpan.FromMilliseconds(1);
                o.CodeVersion = "test";
            })
            .AddTownshipLogConsistencyProviderAsDefault()
            .AddTownshipLogConsistencyProvider()
            .AddTownshipLogConsistencyProvider("named", o =>
            {
                o.Township = "songfan";
                o.Events.Add<Named.Opened>("named.opened").Add<Named.Renamed>("named.renamed", 2)
                    .Upcast("named.renamed", 1, data => new() { ["name"] = data["title"]?.DeepClone() });
            }));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Store.ReleaseAll();
        if (_cluster is not null) await _cluster.DisposeAsync();
    }
}

/// <summary>All tests of the cluster, one after the other: they hold back and break its one store.</summary>
[CollectionDefinition(nameof(TillCluster))]
public sealed class TillClusterCollection : ICollectionFixture<TillCluster>;
