using Township.Counters;
using static Township.Counters.CounterCommand;

namespace Township;

/// <summary>Events that this program cannot fold: written by a newer one, or damaged before they were hashed.</summary>
[Collection(nameof(CounterCluster))]
public sealed class PoisonTests(CounterCluster cluster)
{
    [Theory]
    [InlineData("counter.renamed", "{}", "counter.renamed")]
    [InlineData("counter.added", """{"sum":1}""", "counter.added")]
    [InlineData("counter.broken", "{}", "a bug in a fold")]
    public async Task A_stream_that_cannot_be_folded_says_so_at_every_call_and_other_streams_go_on(string name, string data, string told)
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (poisoned, stream) = cluster.NewCounter();
        var (healthy, _) = cluster.NewCounter();
        await healthy.Execute(new Add(1));
        await Store(stream, new("counter.added", 1, JsonBytes.From("""{"amount":1}""")), new(name, 1, JsonBytes.From(data)));

        for (var again = 0; again < 3; again++)
        {
            await IsTold(() => poisoned.Execute(new Add(1)), told);
            await IsTold(() => poisoned.View(), told);
            await IsTold(() => healthy.Execute(new Copy(stream.Id)), told);
            (await healthy.Execute(new Add(1))).Should().Be(new Outcome(OutcomeKind.Accepted, again + 2));
        }

        (await cluster.Store.ReadHead(stream)).Version.Should().Be(2);
        (await healthy.View()).Should().Be(new Versioned<CounterView>(4, new(4)));
    }

    static async Task IsTold(Func<Task> call, string told)
    {
        var failure = (await call.Should().ThrowAsync<AggregateFailureException>()).Which;
        (failure.Kind, failure.MayRetry).Should().Be((FailureKind.DamagedHistory, false));
        failure.Message.Should().Contain(told);
    }

    async Task Store(StreamId stream, params StoredMessage[] events)
    {
        var command = new CommandRecord(Guid.CreateVersion7(), new("counter.add", 1, JsonBytes.From("""{"amount":1}""")));
        var content = CommitContent.From(command, new(CounterCluster.Ann, "newer program"), DateTimeOffset.UtcNow, new(1, "", "", "newer"), [], [.. events]);
        (await cluster.Store.Append([new(stream, ExpectedVersion.None, content)])).Should().AllBeOfType<AppendResult.Committed>();
    }
}
