using Orleans.TestingHost;
using Township.Counters;
using static Township.Counters.CounterCommand;

namespace Township;

/// <summary>More arrives than the store takes: the queue is bounded, who finds no room is told so, and nothing is lost.</summary>
public sealed class OverloadTests : IAsyncLifetime
{
    const int Room = 8, Commands = 200;

    readonly GatedStore _store = new(new MemoryEventStore());
    InProcessTestCluster? _cluster;

    [Fact]
    public async Task Who_finds_no_room_is_told_and_the_same_command_works_when_there_is_some()
    {
        using var caller = CallerContext.Use(CounterCluster.Ann);
        var sent = Enumerable.Range(0, Commands).Select(n => (Counter: $"n-{n % 20}", Command: new Add(1))).ToArray();
        _ = _store.Close();
        var calls = sent.Select(s => Tried(s.Counter, s.Command)).ToArray();
        while (calls.Count(c => c.IsCompleted) < Commands - Room) await Task.WhenAny(calls.Where(c => !c.IsCompleted));
        _store.Open();
        var failures = await Task.WhenAll(calls);

        failures.CountBy(f => f).Should().BeEquivalentTo(new Dictionary<string, int> { ["stored"] = Room, ["Overloaded, nothing written"] = Commands - Room });
        (await _store.ReadLogHead()).Position.Should().Be(Room);
        foreach (var (counter, command) in sent) (await Tried(counter, command)).Should().Be("stored");
        (await _store.ReadAll().Select(c => c.Content.CommandId).ToListAsync()).Should().BeEquivalentTo(sent.Select(s => s.Command.CommandId));
        _store.BatchSizes.Should().OnlyContain(size => size <= Room);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddEventSourcing(o =>
        {
            o.OpenStore = (_, _) => Task.FromResult<IEventStore>(_store);
            o.GroupCommit.MaxQueuedCommits = Room;
            o.GroupCommit.AdmissionTimeout = TimeSpan.FromMilliseconds(200);
            o.CodeVersion = "test";
        }));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _store.Open();
        if (_cluster is not null) await _cluster.DisposeAsync();
    }

    async Task<string> Tried(string counter, CounterCommand command)
    {
        try
        {
            var outcome = await _cluster!.Client.GetGrain<ICounterGrain>($"huimin/{counter}").Execute(command);
            return outcome.Kind is OutcomeKind.Accepted or OutcomeKind.Repeated ? "stored" : outcome.ToString();
        }
        catch (AggregateFailureException e) when (e.MayRetry)
        {
            return $"{e.Kind}{(e.Message.Contains("Nothing was written", StringComparison.Ordinal) ? ", nothing written" : "")}";
        }
    }
}
