using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class SubscriptionConformance<TTransaction>
{
    [Fact]
    public async Task A_commit_that_cannot_be_handled_stops_its_own_subscription_visibly_and_no_other()
    {
        await Append("a", "b", "c", "d");
        await Finish(await Take(Poisoned(3)));
        await Finish(await Take(NewTally("other")));
        var stopped = (await Record()).Builds[0];
        Assert.Equal((2, 3, "account/huimin/c", "InvalidOperationException: poison", true),
            stopped.Failure is { } f ? (stopped.Position, f.Position, f.Stream, f.Reason, f.MayBeSkipped) : default);
        await Shows(await OnePass(), "other");
    }

    [Fact]
    public async Task What_comes_before_a_poisoned_commit_is_handled()
    {
        await Finish(await Take(NewTally()));
        await Append("a", "b", "c", "d");
        var worker = await Take(Poisoned(3));
        await Finish(worker);
        await Shows(await OnePass(3, 4));
        await Append("a");
        Assert.False(await worker.Work());
    }

    [Fact]
    public async Task A_failure_that_passes_is_not_poison()
    {
        await Append("a", "b");
        var failures = 0;
        var tally = NewTally();
        tally.Before = position => position == 2 && failures++ < 3 ? throw new TimeoutException("try again") : Task.CompletedTask;
        await Finish(await Take(tally));
        // Once in the batch, then alone: it fails twice more, and succeeds.
        Assert.Equal([2, 1, 1, 1, 1], tally.Batches);
        await Shows(await OnePass());
        Assert.Null((await Record()).Live!.Failure);
    }

    [Fact]
    public async Task The_next_owner_tries_a_poisoned_commit_again()
    {
        await Append("a", "b", "c");
        await Finish(await Take(Poisoned(2)));
        await Finish(await Take(NewTally(), "with the bug mended"));
        await Shows(await OnePass());
        Assert.Null((await Record()).Live!.Failure);
    }

    [Fact]
    public async Task A_skipped_commit_is_passed_over_and_it_is_recorded_who_decided_so_and_why()
    {
        await Append("a", "b", "c");
        var worker = await Take(Poisoned(2));
        await Finish(worker);
        await Checkpoints.Change("tally", r => r.Skip(2, "a test account", "c-001", Sample.Noon));
        await worker.Refresh();
        await Finish(worker);
        await Shows(await OnePass(without: 2));
        var skipped = new SkippedCommit(
            1, 2, "account/huimin/b", "InvalidOperationException: poison", "a test account", "c-001", Sample.Noon);
        Assert.Equal([skipped], (await Record()).Skips);
    }

    [Fact]
    public async Task A_skipped_commit_is_skipped_in_a_rebuild_too()
    {
        await Append("a", "b", "c");
        var worker = await Take(Poisoned(2));
        await Finish(worker);
        await Checkpoints.Change("tally", r => r.Skip(2, "a test account", "c-001", Sample.Noon));
        await worker.Refresh();
        await Finish(worker);
        await Checkpoints.Change("tally", r => r.Rebuild(Sample.Noon));
        await worker.Refresh();
        await Finish(worker);
        Assert.Equal(2, (await Record()).Live!.Number);
        await Shows(await OnePass(without: 2));
    }

    [Theory]
    [InlineData("tally", 3)]
    [InlineData("other", 2)]
    [InlineData("nobody", 2)]
    public async Task Only_what_stopped_a_subscription_can_be_skipped(string name, long position)
    {
        await Append("a", "b", "c");
        await Finish(await Take(Poisoned(2)));
        await Finish(await Take(NewTally("other")));
        var before = await Checkpoints.List();
        await Assert.ThrowsAsync<SubscriptionRequestException>(
            () => Checkpoints.Change(name, r => r.Skip(position, "why", "who", Sample.Noon)));
        Assert.Equal(before, await Checkpoints.List());
    }

    [Fact]
    public async Task Tables_that_cannot_be_made_stop_the_subscription_visibly()
    {
        var broken = new Tally<TTransaction>("tally", 1, (_, _) => throw new InvalidOperationException("no such type"), Get, Set);
        await Finish(await Take(broken));
        Assert.Equal(
            (BuildState.Requested, "InvalidOperationException: no such type"),
            (await Record()).Builds is [{ Failure: { } f } build] ? (build.State, f.Reason) : default);
        await Finish(await Take(NewTally()));
        await Shows(new Dictionary<string, string>());
    }

    Tally<TTransaction> Poisoned(long position)
    {
        var tally = NewTally();
        tally.Before = at => at == position ? throw new InvalidOperationException("poison") : Task.CompletedTask;
        return tally;
    }
}
