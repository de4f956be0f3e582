using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class DeadlineConformance
{
    [Fact]
    public async Task A_refusal_settles_it_on_record_until_an_event_revives_it()
    {
        await Plan("a", "overdue", 10);
        await Ask("a", new ErrandCommand.Deliver("overdue"));
        Clock.Now = Start.AddSeconds(10);
        Assert.Equal(DateTimeOffset.MaxValue, await Dispatch());
        var row = Assert.Single(await RowsOf(DeadlineState.Refused));
        Assert.Equal(
            ("errand.in-time: The errand was delivered in time.", 1, Clock.Now, null),
            (row.Note, row.Attempts, row.TriedAt!.Value, row.TryAt));
        await Dispatch();
        Assert.Single(Sender.Sent);

        await Ask("a", new ErrandCommand.Reject("overdue"));
        await Dispatch();
        Assert.Equal(["a.overdue"], await Marked());
        Assert.Equal(2, Sender.Sent.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_revives_it_while_its_refused_command_is_on_its_way_is_not_lost()
    {
        await Plan("a", "overdue", 10);
        await Ask("a", new ErrandCommand.Deliver("overdue"));
        Clock.Now = Start.AddSeconds(10);
        Sender.After = async _ =>
        {
            Sender.After = _ => Task.CompletedTask;
            await Ask("a", new ErrandCommand.Reject("overdue"));
            await Project();
        };
        await Dispatch();
        Assert.Equal(["a.overdue"], await Marked());
    }

    [Fact]
    public async Task Too_early_for_the_aggregates_clock_it_is_sent_again_later()
    {
        AggregateClock = new(Start.AddSeconds(9));
        await Plan("a", "overdue", 10);
        await Plan("a", "later", 11);
        Clock.Now = Start.AddSeconds(12);
        Assert.Equal(Clock.Now + Options.RetryDelay, await Dispatch());
        var row = Assert.Single(await RowsOf(DeadlineState.Waiting));
        Assert.Equal(("overdue", "errand.early: The errand is not due yet."), (row.Name, row.Note));
        Clock.Now += Options.RetryDelay;
        Assert.Equal(Clock.Now + (2 * Options.RetryDelay), await Dispatch());
        AggregateClock = null;
        Clock.Now += 2 * Options.RetryDelay;
        await Dispatch();
        Assert.Equal(["a.overdue", "a.later"], await Marked());
        Assert.Equal(2, Sender.Sent.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public async Task One_that_the_aggregate_never_finds_due_holds_up_no_other_for_ever_and_is_not_lost()
    {
        Options.MostEarly = 3;
        AggregateClock = new(Start);
        await Plan("a", "overdue", 10);
        await Plan("a", "later", 11);
        Clock.Now = Start.AddSeconds(20);
        for (var round = 0; round < 4; round++)
        {
            await Dispatch();
            Clock.Now += Options.MaxRetryDelay;
        }

        Assert.Equal("overdue", Assert.Single(await RowsOf(DeadlineState.Stuck)).Name);
        Assert.Contains(Sender.Sent, s => s.Command is ErrandCommand.Mark { Name: "later" });
        AggregateClock = null;
        Clock.Now += Options.MaxRetryDelay;
        await Dispatch();
        Clock.Now += Options.MaxRetryDelay;
        await Dispatch();
        Assert.Equal(["a.later", "a.overdue"], (await Marked()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_tried_again_and_only_its_own_stream_waits()
    {
        await Plan("a", "one", 10);
        await Plan("a", "two", 11);
        await Plan("b", "one", 12);
        Clock.Now = Start.AddSeconds(20);
        Sender.Before = stream => stream == StreamOf("a") ? throw new TimeoutException("The silo is away.") : Task.CompletedTask;
        await Dispatch();
        Assert.Equal(["b.one"], await Marked());
        Assert.Equal(
            ("one", "The silo is away."),
            Assert.Single(await RowsOf(DeadlineState.Waiting)) is var waiting ? (waiting.Name, waiting.Note) : default);
        for (var hours = 0; hours < 5; hours++)
        {
            Clock.Now += TimeSpan.FromHours(1);
            Assert.Equal(Clock.Now + TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, hours))), await Dispatch());
        }

        Sender.Before = _ => Task.CompletedTask;
        Clock.Now += TimeSpan.FromMinutes(1);
        await Dispatch();
        Assert.Equal(["b.one", "a.one", "a.two"], await Marked());
    }

    [Fact]
    public async Task A_poisoned_one_stays_visible_with_its_reason_and_holds_up_nothing()
    {
        await Plan("a", "poison", 10);
        await Plan("a", "overdue", 11);
        await Plan("b", "overdue", 12);
        Clock.Now = Start.AddSeconds(20);
        Assert.Equal(Clock.Now + Options.StuckDelay, await Dispatch());
        Assert.Equal(["a.overdue", "b.overdue"], (await Marked()).Order(StringComparer.Ordinal));
        var row = Assert.Single(await RowsOf(DeadlineState.Stuck));
        Assert.Equal(("poison", "InvalidOperationException: This is a bug.", 1), (row.Name, row.Note, row.Attempts));

        Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(Clock.Now + (2 * Options.StuckDelay), await Dispatch());
        Assert.Equal(2, Assert.Single(await RowsOf(DeadlineState.Stuck)).Attempts);
        await Ask("a", new ErrandCommand.Close());
        await Dispatch();
        Assert.Empty(await Rows());
    }

    async Task<IReadOnlyList<DeadlineRow>> RowsOf(DeadlineState state) => [.. (await Rows()).Where(r => r.State == state)];
}
