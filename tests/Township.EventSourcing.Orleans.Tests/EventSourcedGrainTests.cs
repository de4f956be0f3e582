using Township.Counters;
using static Township.Counters.CounterCommand;

namespace Township;

/// <summary>What every aggregate grain promises, over a real client connection, on two silos.</summary>
[Collection(nameof(CounterCluster))]
public sealed class EventSourcedGrainTests(CounterCluster cluster)
{
    [Fact]
    public async Task An_accepted_command_is_in_the_view_and_in_the_store()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann, "request-1");
        var (counter, stream) = cluster.NewCounter();
        (await counter.Execute(new Add(3))).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        (await counter.View()).Should().Be(new Versioned<CounterView>(1, new(3)));
        var stored = await cluster.Store.ReadStream(stream, StreamRange.All).SingleAsync();
        (stored.Actor, stored.Content.CorrelationId).Should().Be((CounterCluster.Ann, "request-1"));
    }

    [Fact]
    public async Task Repeated_unchanged_and_refused_commands_write_nothing()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (counter, stream) = cluster.NewCounter();
        var add = new Add(3);
        await counter.Execute(add);
        (await counter.Execute(add)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await counter.Execute(new Add(0))).Should().Be(new Outcome(OutcomeKind.Unchanged, 1));
        (await counter.Execute(new Add(2_000_000))).Should().Be(Outcome.Refused(1, Counter.TooMuch));
        (await counter.Execute(add with { Amount = 4 })).Refusal!.Code.Should().Be(KernelRefusals.IdReused.Code);
        (await cluster.Store.ReadHead(stream)).Version.Should().Be(1);
    }

    [Fact]
    public async Task Commands_that_arrive_while_a_commit_is_in_flight_go_out_together_and_queries_see_only_what_is_durable()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (counter, _) = cluster.NewCounter();
        await counter.Execute(new Add(1));
        var batchesBefore = cluster.Store.BatchSizes.Count;
        var firstWaits = cluster.Store.Close();
        var first = counter.Execute(new Add(10));
        await firstWaits;
        var others = Enumerable.Range(0, 20).Select(_ => counter.Execute(new Add(10))).ToArray();
        (await counter.View()).Should().Be(new Versioned<CounterView>(1, new(1)));
        cluster.Store.Open();
        var outcomes = await Task.WhenAll([first, .. others]);

        outcomes.Select(o => o.Version).Order().Should().Equal(Enumerable.Range(2, 21).Select(v => (long)v));
        (await counter.View()).Should().Be(new Versioned<CounterView>(22, new(211)));
        (cluster.Store.BatchSizes.Count - batchesBefore).Should().BeLessThan(21);
    }

    [Fact]
    public async Task History_is_streamed_and_resumes_after_the_last_version_received()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (counter, _) = cluster.NewCounter();
        for (var i = 1; i <= 5; i++) await counter.Execute(new Add(i));
        (await counter.History().Select(h => h.LastVersion).ToArrayAsync()).Should().Equal(1, 2, 3, 4, 5);
        (await counter.History(3).Select(h => h.Events[0].Json).ToArrayAsync()).Should().Equal("""{"amount":4}""", """{"amount":5}""");
        (await counter.ViewAsOf(2)).Should().Be(new Versioned<CounterView>(2, new(3)));
    }

    [Fact]
    public async Task What_is_read_from_another_aggregate_is_stored_in_the_commit()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (source, sourceStream) = cluster.NewCounter();
        var (counter, stream) = cluster.NewCounter();
        await source.Execute(new Add(7));
        await counter.Execute(new Copy(sourceStream.Id));
        var stored = await cluster.Store.ReadStream(stream, StreamRange.All).SingleAsync();
        stored.Facts.Should().Equal(new CapturedFact("counter.total", 1, sourceStream, 1, false, JsonBytes.From("""{"total":7}""")));
    }
}
