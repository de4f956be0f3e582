using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class DeadlineConformance
{
    [Fact]
    public async Task What_is_due_is_sent_at_its_moment_not_before_and_once()
    {
        await Plan("a", "overdue", 60);
        Clock.Now = Start.AddSeconds(60).AddTicks(-10);
        Assert.Equal(Start.AddSeconds(60), await Dispatch());
        Assert.Empty(Sender.Sent);

        Clock.Now = Start.AddSeconds(60);
        Assert.Equal(DateTimeOffset.MaxValue, await Dispatch());
        await Dispatch();
        var (stream, command, id, caller, outcome) = Assert.Single(Sender.Sent);
        var planned = await Store.ReadAll().FirstAsync();
        Assert.Equal(
            (StreamOf("a"), new ErrandCommand.Mark("overdue"), DerivedIds.Of("deadlines.overdue", planned)), (stream, command, id));
        Assert.Equal(new Caller(new("deadlines", "huimin", ["system"]), "request-1", planned.Command.Id.ToString()), caller);
        Assert.Equal(OutcomeKind.Accepted, outcome!.Kind);
        Assert.Equal(["a.overdue"], await Marked());
        await Project();
        Assert.Empty(await Rows());
    }

    [Fact]
    public async Task Set_again_it_is_due_at_the_new_moment_and_cleared_it_is_not_due_at_all()
    {
        await Plan("a", "overdue", 10);
        await Plan("b", "overdue", 10);
        await Dispatch();
        await Plan("a", "overdue", 100);
        await Ask("b", new ErrandCommand.Close());
        Clock.Now = Start.AddSeconds(99);
        Assert.Equal(Start.AddSeconds(100), await Dispatch());
        Assert.Empty(Sender.Sent);
        Clock.Now = Start.AddSeconds(100);
        await Dispatch();
        Assert.Equal(["a.overdue"], await Marked());
    }

    [Fact]
    public async Task After_a_month_without_a_silo_everything_is_sent_in_order_and_once()
    {
        Options.Concurrency = 1;
        var planned = Enumerable.Range(0, 60).Select(n => (Stream: $"s-{n % 7}", Name: $"n-{n}", Seconds: (n * 37 % 60 * 1000) + 1))
            .ToList();
        foreach (var (stream, name, seconds) in planned) await Plan(stream, name, seconds);
        Clock.Now = Start.AddDays(31);
        await TakeRows("a month later");
        await Dispatch();
        Assert.Equal(60, Sender.Sent.Count);
        var marked = await Marked();
        Assert.Equal(planned.Select(p => $"{p.Stream}.{p.Name}").Order(), marked.Order());
        foreach (var stream in planned.GroupBy(p => p.Stream))
            Assert.Equal(
                stream.OrderBy(p => p.Seconds).Select(p => $"{p.Stream}.{p.Name}"),
                marked.Where(m => m.StartsWith(stream.Key + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Deadlines_of_different_streams_come_in_the_order_of_their_moments()
    {
        Options.Concurrency = 1;
        foreach (var n in (int[])[5, 2, 9, 1, 7, 3, 8, 6, 4]) await Plan($"s-{n}", "overdue", n);
        await Plan("s-late", "overdue", 1);
        Clock.Now = Start.AddDays(1);
        await Dispatch();
        Assert.Equal(
            ["s-1", "s-late", "s-2", "s-3", "s-4", "s-5", "s-6", "s-7", "s-8", "s-9"], (await Marked()).Select(m => m[..m.IndexOf('.')]));
    }

    [Fact]
    public async Task What_a_command_leads_to_comes_before_what_is_due_later_in_its_stream()
    {
        await Plan("a", "first", 10);
        await Plan("a", "third", 20);
        Clock.Now = Start.AddDays(1);
        await Dispatch();
        Assert.Equal(["a.first", "a.second", "a.third"], await Marked());
    }

    [Fact]
    public async Task A_clock_that_is_moved_back_and_forth_loses_and_doubles_nothing()
    {
        await Plan("a", "overdue", 3600);
        await Plan("b", "overdue", 7200);
        (Options.CountInterval, Options.Concurrency) = (TimeSpan.Zero, 1);
        var dispatcher = Dispatcher();
        Clock.Now = Start.AddSeconds(3600);
        Sender.Before = _ => throw new TimeoutException("away");
        await Dispatch(dispatcher);
        Sender.Before = _ => Task.CompletedTask;
        // Postponed by a clock that turns out to have been ahead.
        Clock.Now = Start.AddSeconds(60);
        Assert.Equal(Start.AddSeconds(3600), await Dispatch(dispatcher));
        Clock.Now = Start.AddDays(400);
        await Dispatch(dispatcher);
        Clock.Now = Start;
        await Dispatch(dispatcher);
        Clock.Now = Start.AddDays(1);
        await Dispatch(dispatcher);
        Assert.Equal(["a.overdue", "b.overdue"], await Marked());
    }

    [Fact]
    public async Task What_is_put_off_by_a_clock_that_was_ahead_does_not_wait_for_that_clock()
    {
        Options.CountInterval = TimeSpan.Zero;
        await Plan("a", "overdue", 10);
        Clock.Now = Start.AddDays(30);
        Sender.Before = _ => throw new TimeoutException("away");
        await Dispatch();
        Sender.Before = _ => Task.CompletedTask;
        Clock.Now = Start.AddSeconds(20);
        await Dispatch();
        await Dispatch();
        Assert.Equal(["a.overdue"], await Marked());
    }
}
