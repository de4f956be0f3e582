using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Township.Counters;
using Township.EventSourcing.PostgreSql;
using Township.Testing.Postgres;

namespace Township;

/// <summary>A reaction in a cluster on PostgreSQL: what is counted anywhere is counted in one sum, by commands.</summary>
[Collection(nameof(HostedTownship))]
public sealed class ReactionTests : IAsyncLifetime
{
    const int Counted = 12, Dies = 5;

    static readonly Actor Clerk = new("clerk", "huimin", []);

    readonly Hook _hook = new();
    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task When_its_owner_dies_in_the_middle_it_acts_again_with_the_same_ids_and_each_command_is_carried_out_once()
    {
        await using var township = await HostedTownship.Start(Configure, silos: 2, silo =>
        {
            silo.Services.Configure<SubscriptionOptions>(o => o.DrainTimeout = TimeSpan.Zero);
            silo.AddReaction(services => new Summing(
                services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<SessionServices>().Store, services.GetRequiredService<ILocalSiloDetails>(), _hook));
        });
        using var caller = CallerContext.Use(Clerk);
        for (var n = 0; n < Counted; n++) (await township.Grains.GetGrain<ICounterGrain>($"huimin/n-{n}").Execute(new CounterCommand.Add(1))).Accepted.Should().BeTrue();

        var dying = await _hook.Stuck.Task;
        await township.Kill(township.Silos.Single(s => s.SiloAddress.Equals(dying)));
        await using var checkpoints = new PostgreSqlCheckpointStore(new() { ConnectionString = _database.ConnectionString });
        await checkpoints.Reaches("summing", Counted);

        var firstOwner = _hook.Sent.Where(s => s.By.Equals(dying)).Select(s => s.Id).ToList();
        var secondOwner = _hook.Sent.Where(s => !s.By.Equals(dying)).ToList();
        secondOwner.Select(s => s.Id).Should().Contain(firstOwner[^1], "it was carried out, and its checkpoint was never written");
        secondOwner.Where(s => firstOwner.Contains(s.Id)).Select(s => s.Outcome).Should().AllBeEquivalentTo(OutcomeKind.Repeated);
        var sources = township.Silos[0].ServiceProvider.GetRequiredService<SessionServices>().Store.ReadAll().Where(c => c.Stream.Id != "sum");
        (await sources.Select(c => DerivedIds.Of("summing", c)).ToListAsync()).Should().BeEquivalentTo(_hook.Sent.Select(s => s.Id).Distinct());
        (await township.Grains.GetGrain<ICounterGrain>("huimin/sum").View()).Should().Be(new Versioned<CounterView>(Counted, new(Counted)));
    }

    void Configure(TownshipOptions options)
    {
        options.Store.Provider = StoreProviders.Postgres;
        options.Store.ConnectionString = _database.ConnectionString;
    }

    /// <summary>What the reactions of all silos did, and where the first of them stopped for ever.</summary>
    sealed class Hook
    {
        public ConcurrentQueue<(SiloAddress By, Guid Id, OutcomeKind Outcome)> Sent { get; } = [];

        public TaskCompletionSource<SiloAddress> Stuck { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    sealed class Summing(IGrainFactory grains, IEventReader store, ILocalSiloDetails silo, Hook hook) : CommandReaction(grains, store)
    {
        public override string Name => "summing";

        public override int Version => 1;

        public override async Task React(IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken)
        {
            foreach (var commit in commits.Where(c => c.Stream.Id != "sum"))
            {
                var outcome = await Send(commit, Grains.GetGrain<ICounterGrain>("huimin/sum"), new CounterCommand.Add(1), 0, cancellationToken);
                hook.Sent.Enqueue((silo.SiloAddress, DerivedIds.Of(Name, commit), outcome.Kind));
                if (hook.Sent.Count >= Dies && hook.Stuck.TrySetResult(silo.SiloAddress)) await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            }
        }
    }
}
