using System.Collections.Concurrent;
using Township.Counters;
using static Township.Counters.CounterCommand;

namespace Township;

/// <summary>
/// Two silos that know nothing of each other on one database, each with an activation of the same grain: the halves of
/// a split cluster. The database decides who wins a version.
/// </summary>
[Collection(nameof(HostedTownship))]
public abstract class RivalTests : IAsyncLifetime
{
    const int Counters = 3, CommandsEach = 150, InFlight = 8;

    HostedTownship[] _rivals = [];

    [Fact]
    public async Task Who_was_slower_decides_again_on_what_the_other_wrote()
    {
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var (first, second) = (Counter(_rivals[0], "n-0"), Counter(_rivals[1], "n-0"));
        await second.View();
        await first.Execute(new Add(1));

        (await second.Execute(new Add(10))).Should().Be(new Outcome(OutcomeKind.Accepted, 2));
        (await second.View()).Should().Be(new Versioned<CounterView>(2, new(11)));

        var known = new Add(100);
        await first.Execute(known);
        (await second.Execute(known)).Should().Be(new Outcome(OutcomeKind.Repeated, 3), "a command that the rival carried out is a repetition");
        (await first.Execute(new Add(0))).Should().Be(new Outcome(OutcomeKind.Unchanged, 3));
    }

    [Fact]
    public async Task Rivals_under_load_store_what_they_acknowledge_once_and_neither_loses_anything()
    {
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        foreach (var rival in _rivals)
            for (var n = 0; n < Counters; n++) (await Counter(rival, $"n-{n}").View()).Version.Should().Be(0);
        var acknowledged = new ConcurrentDictionary<Guid, (StreamId, long)>();
        await Task.WhenAll(_rivals.Select(rival => Load(rival, acknowledged)));

        var commits = await _rivals[0].Services.Store.ReadAll().ToListAsync();
        commits.Should().HaveCount(2 * CommandsEach);
        commits.Select(c => c.Position).Should().Equal(Enumerable.Range(1, commits.Count).Select(p => (long)p));
        commits.ToDictionary(c => c.Content.CommandId, c => (c.Stream, c.LastVersion)).Should().BeEquivalentTo(acknowledged);
        foreach (var stream in commits.GroupBy(c => c.Stream))
        {
            var (previous, version) = (CommitHash.Zero, 0L);
            foreach (var commit in stream)
            {
                (commit.FirstVersion, commit.HasHashAfter(previous)).Should().Be((++version, true));
                previous = commit.Hash;
            }
        }
    }

    public async ValueTask InitializeAsync() => _rivals = [await StartFirst(), await StartSecond()];

    public async ValueTask DisposeAsync()
    {
        foreach (var rival in _rivals) await rival.DisposeAsync();
        await RemoveDatabase();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<HostedTownship> StartFirst();

    protected abstract Task<HostedTownship> StartSecond();

    protected abstract ValueTask RemoveDatabase();

    static ICounterGrain Counter(HostedTownship township, string id) => township.Grains.GetGrain<ICounterGrain>($"huimin/{id}");

    static async Task Load(HostedTownship rival, ConcurrentDictionary<Guid, (StreamId, long)> acknowledged)
    {
        var left = CommandsEach;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            using var caller = CallerContext.Use(new("ann", "huimin", []));
            while (Interlocked.Decrement(ref left) is >= 0 and var number)
            {
                var (id, add) = ($"n-{number % Counters}", new Add(1));
                var outcome = await Acknowledged(Counter(rival, id), add);
                outcome.Kind.Should().Be(OutcomeKind.Accepted);
                acknowledged.TryAdd(add.CommandId, (new("counter", "huimin", id), outcome.Version)).Should().BeTrue();
            }
        })));
    }

    // As clients do: after a conflict the same command is sent again.
    static async Task<Outcome> Acknowledged(ICounterGrain counter, CounterCommand command)
    {
        while (true)
        {
            try
            {
                return await counter.Execute(command);
            }
            catch (AggregateFailureException e) when (e.Kind == FailureKind.Conflict)
            {
                await Task.Yield();
            }
        }
    }
}
