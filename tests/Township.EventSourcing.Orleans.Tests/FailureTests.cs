using Township.Counters;
using static Township.Counters.CounterCommand;

namespace Township;

/// <summary>What clients see when something goes wrong, and that nothing is lost or doubled.</summary>
[Collection(nameof(CounterCluster))]
public sealed class FailureTests(CounterCluster cluster)
{
    [Fact]
    public async Task What_a_rival_wrote_is_read_and_the_command_decided_again()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (counter, stream) = cluster.NewCounter();
        await counter.Execute(new Add(1));
        await WriteAsRival(stream);
        (await counter.Execute(new Add(10))).Should().Be(new Outcome(OutcomeKind.Accepted, 3));
        (await counter.View()).Should().Be(new Versioned<CounterView>(3, new(111)));
    }

    [Fact]
    public async Task A_failing_store_fails_everything_in_flight_and_the_same_commands_work_when_it_heals()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (counter, stream) = cluster.NewCounter();
        await counter.Execute(new Add(1));
        var add = new Add(10);
        cluster.Store.Failure = () => new StoreUnavailableException("the disk is full");
        (await Failure(() => counter.Execute(add))).Should().Be((FailureKind.Unavailable, true));
        cluster.Store.Failure = () => new StoreUnavailableException("the connection broke", mayHaveCommitted: true);
        await Eventually.Holds(async () => (await Failure(() => counter.Execute(add))).Kind == FailureKind.OutcomeUnknown);
        cluster.Store.Failure = null;

        // A grain that lost its state may still be going when the next call arrives: clients send the same command again.
        (await Eventually.Succeeds(() => counter.Execute(add), e => e is AggregateFailureException { MayRetry: true }))
            .Should().Be(new Outcome(OutcomeKind.Accepted, 2));
        (await cluster.Store.ReadHead(stream)).Version.Should().Be(2);
    }

    [Fact]
    public async Task An_event_that_does_not_fold_is_never_written()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (counter, stream) = cluster.NewCounter();
        (await Failure(() => counter.Execute(new Break()))).Should().Be((FailureKind.DamagedHistory, false));
        (await cluster.Store.ReadHead(stream)).Version.Should().Be(0);
        (await counter.Execute(new Add(1))).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
    }

    [Fact]
    public async Task A_call_without_a_caller_is_not_carried_out()
    {
        var (counter, stream) = cluster.NewCounter();
        (await Failure(() => counter.Execute(new Add(1)))).Should().Be((FailureKind.InvalidCaller, false));
        using (CallerContext.Use(new("bad\u0001name", "huimin", [])))
            (await counter.Execute(new Add(1))).Refusal!.Arguments.Should().Equal("caller.actor.subject", "含有控制字符", "contains a control character");
        (await cluster.Store.ReadHead(stream)).Version.Should().Be(0);
    }

    [Fact]
    public async Task Malformed_commands_and_keys_are_refused()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (counter, _) = cluster.NewCounter();
        (await counter.Execute(null!)).Refusal!.Code.Should().Be(KernelRefusals.Malformed.Code);
        (await counter.Execute(new Copy(new string('x', 1_000_000)))).Refusal!.Code.Should().Be(KernelRefusals.Malformed.Code);
        (await cluster.Cluster.Client.GetGrain<ICounterGrain>("no township").Execute(new Add(1))).Refusal!.Code.Should().Be(KernelRefusals.UnknownKey.Code);
        (await counter.Execute(new Add(1))).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
    }

    [Fact]
    public async Task People_of_another_township_may_not_look()
    {
        var (counter, _) = cluster.NewCounter();
        using var _ = CallerContext.Use(CounterCluster.Ann with { Township = "songfan" });
        var refused = (await counter.Invoking(c => c.View()).Should().ThrowAsync<QueryRefusedException>()).Which;
        refused.Refusal.Should().Be(KernelRefusals.NotYourTownship.With("huimin"));
    }

    [Fact]
    public async Task A_grain_that_moves_to_another_silo_carries_its_state_along()
    {
        using var _ = CallerContext.Use(CounterCluster.Ann);
        var (counter, stream) = cluster.NewCounter();
        for (var i = 0; i < 5; i++) await counter.Execute(new Add(1));
        var here = await cluster.WhereIs(stream);
        await cluster.Move(stream, here);
        await Eventually.Holds(async () => await cluster.WhereIs(stream) is { } now && !now.Equals(here));
        (await counter.Execute(new Add(1))).Should().Be(new Outcome(OutcomeKind.Accepted, 6));
        (await counter.View()).Should().Be(new Versioned<CounterView>(6, new(6)));
        cluster.Store.Reads.Where(r => r.Stream.Equals(stream) && r.Range.From == 1).Should().BeEmpty("the state came along: nothing is read from the beginning");
    }

    async Task WriteAsRival(StreamId stream)
    {
        var command = new CommandRecord(Guid.CreateVersion7(), new("counter.add", 1, JsonBytes.From("""{"amount":100}""")));
        var content = CommitContent.From(command, new(CounterCluster.Ann, "rival"), DateTimeOffset.UtcNow, new(1, "", "", "rival"), [],
            [new("counter.added", 1, JsonBytes.From("""{"amount":100}"""))]);
        (await cluster.Store.Append([new(stream, ExpectedVersion.Exactly(1), content)])).Should().AllBeOfType<AppendResult.Committed>();
    }

    static async Task<(FailureKind Kind, bool MayRetry)> Failure(Func<Task> call)
    {
        var failure = (await call.Should().ThrowAsync<AggregateFailureException>()).Which;
        return (failure.Kind, failure.MayRetry);
    }
}
