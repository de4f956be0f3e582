using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Township.Counters;

namespace Township;

/// <summary>A subscription in a cluster: one owner, wherever it is, whatever happens to silos.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    readonly MemoryEventStore _store = new();
    readonly MemoryCheckpointStore _checkpoints = new();
    readonly Totals _totals = new();
    InProcessTestCluster? _cluster;

    InProcessTestCluster Cluster => _cluster!;

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddEventSourcing(o =>
            {
                o.OpenStore = (_, _) => Task.FromResult<IEventStore>(_store);
                o.CodeVersion = "test";
            });
            silo.Services.AddSingleton<ICheckpointStore<MemoryTables>>(_checkpoints);
            silo.AddProjection(_totals);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Commands_on_every_silo_reach_the_rows_once()
    {
        await Add("a", 3);
        await Add("b", 2);
        await Sees(5);
        _checkpoints.Tables.Find("totals").Should().Equal(new Dictionary<string, string> { ["counter/huimin/a"] = "3", ["counter/huimin/b"] = "2" });
        (await _checkpoints.Find("totals"))!.Owners.Should().ContainSingle().Which.Epoch.Should().Be(1, "all silos look after it, and one runs it");
    }

    [Fact]
    public async Task Another_silo_takes_over_when_the_owner_is_killed()
    {
        await Add("a", 1);
        await Sees(1);
        // One of the two runs it: kill both, one after the other. What is committed goes past the silos, as it does in larger clusters.
        foreach (var silo in Cluster.Silos.ToList())
        {
            await Cluster.StartAdditionalSiloAsync();
            await Cluster.KillSiloAsync(silo);
            await AddElsewhere("a");
        }

        await Sees(3);
        _checkpoints.Tables.Find("totals").Should().Equal(new Dictionary<string, string> { ["counter/huimin/a"] = "3" });
        (await _checkpoints.Find("totals"))!.Owners.Should().ContainSingle().Which.Epoch.Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task A_stopping_silo_hands_its_subscriptions_over()
    {
        await Add("a", 1);
        await Sees(1);
        await Cluster.StopSiloAsync(Cluster.Silos[0]);
        await Add("a", 1);
        await Sees(2);
        _checkpoints.Tables.Find("totals").Should().Equal(new Dictionary<string, string> { ["counter/huimin/a"] = "2" });
    }

    async Task AddElsewhere(string counter)
    {
        var content = CommitContent.From(
            new(Guid.CreateVersion7(), new("counter.add", 1, JsonBytes.From("{}"))), new(CounterCluster.Ann, "elsewhere"), DateTimeOffset.UnixEpoch, new(1, "", "", ""), [],
            [new("counter.added", 1, JsonBytes.From("""{"amount":1}"""))]);
        (await _store.Append([new(new("counter", "huimin", counter), ExpectedVersion.Any, content)])).Should().AllBeOfType<AppendResult.Committed>();
    }

    async Task Sees(long position)
    {
        await _totals.Told.Beyond(position - 1).WaitAsync(TimeSpan.FromSeconds(60));
        // Told, not stored: behind the transaction that told it.
        await _checkpoints.Change("totals", record => record);
    }

    async Task Add(string counter, int times)
    {
        using (CallerContext.Use(CounterCluster.Ann))
            for (var n = 0; n < times; n++)
                (await Cluster.Client.GetGrain<ICounterGrain>($"huimin/{counter}").Execute(new CounterCommand.Add(1))).Accepted.Should().BeTrue();
    }

    /// <summary>How often something was added, by stream.</summary>
    sealed class Totals : IProjection<MemoryTables>
    {
        public string Name => "totals";

        public int Version => 1;

        public EquatableList<string> Tables => ["totals"];

        /// <summary>How far it has been told.</summary>
        public CommitSignal Told { get; } = new();

        public Task Create(MemoryTables transaction, TableNames tables, CancellationToken cancellationToken)
        {
            transaction.Create(tables["totals"]);
            return Task.CompletedTask;
        }

        public Task Apply(MemoryTables transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store, CancellationToken cancellationToken)
        {
            var rows = transaction[tables["totals"]];
            foreach (var stream in commits.Select(c => c.Stream.ToString()))
                rows[stream] = $"{(rows.TryGetValue(stream, out var count) ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 0) + 1}";
            Told.Raise(commits[^1].Position);
            return Task.CompletedTask;
        }
    }
}
