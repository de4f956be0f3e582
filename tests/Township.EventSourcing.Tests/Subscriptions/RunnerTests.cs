using Township.EventSourcing.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>A subscription that runs by itself: when it wakes, what it waits out, when it ends.</summary>
public sealed class RunnerTests : IAsyncDisposable
{
    readonly Newsroom _room = new();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task What_this_process_commits_is_handled_without_any_time_passing()
    {
        await using var runner = _room.Start();
        for (var n = 1; n <= 3; n++)
        {
            await _room.Commit("a");
            await runner.Reached(n);
        }

        _room.Rows.Should().Equal(new Dictionary<string, string> { ["a"] = "1 2 3" });
        runner.Lag.Should().Be(new SubscriptionLag(0, TimeSpan.Zero));
    }

    [Fact]
    public async Task What_was_there_before_is_handled_at_once()
    {
        await _room.CommitElsewhere("a", "b");
        await using var runner = _room.Start();
        await runner.Reached(2);
        _room.Rows.Should().Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
    }

    [Fact]
    public async Task Categories_are_left_out_also_where_the_reader_cannot_do_it()
    {
        _room.Reader.Should().NotBeAssignableTo<ISelectiveReader>();
        _room.Tally.Categories = ["elsewhere"];
        await _room.CommitElsewhere("a", "b");
        await using var runner = _room.Start();
        await runner.Reached(2);
        _room.Rows.Should().BeEmpty();
        _room.Tally.Batches.Should().BeEmpty();
    }

    [Fact]
    public async Task What_does_not_matter_is_passed_over_at_once_and_recorded_within_a_second()
    {
        _room.Tally.Categories = ["hearing"];
        await using var runner = _room.Start();
        await runner.Reached(0);
        await _room.Commit("a", "b", "c");
        await runner.Reached(3);
        runner.Lag.Should().Be(new SubscriptionLag(0, TimeSpan.Zero));
        (await _room.Record()).Live!.Position.Should().Be(0, "nothing is written as long as nothing matters");

        await _room.Clock.Parked(1);
        _room.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.Holds(async () => (await _room.Record()).Live!.Position == 3);
        _room.Tally.Batches.Should().BeEmpty();
    }

    [Fact]
    public async Task What_matters_behind_it_is_handled_without_any_time_passing()
    {
        _room.Tally.Categories = ["hearing"];
        await using var runner = _room.Start();
        await runner.Reached(0);
        await _room.Commit("a", "b");
        await _room.Commit(new StreamId("hearing", "huimin", "h-1"));
        await _room.Commit("c");
        await runner.Reached(4);
        _room.Rows.Should().Equal(new Dictionary<string, string> { ["h-1"] = "3" });
    }

    [Fact]
    public async Task What_others_wrote_in_between_is_looked_at_within_a_second_also_when_nobody_tells_what_it_is()
    {
        _room.Tally.Categories = ["hearing"];
        await using var runner = _room.Start();
        await runner.Reached(0);
        await _room.Commit("a");
        await _room.CommitElsewhere(new StreamId("hearing", "huimin", "h-1"));
        await _room.Commit("b");
        await _room.PassUntil(runner.Reached(3), TimeSpan.FromMilliseconds(10), atMost: TimeSpan.FromSeconds(1.1));
        _room.Rows.Should().Equal(new Dictionary<string, string> { ["h-1"] = "2" });
    }

    [Fact]
    public async Task What_other_processes_commit_is_handled_within_fifty_milliseconds()
    {
        await using var watcher = _room.Watch();
        await using var runner = _room.Start();
        await runner.Reached(0);
        // Idle for a while, so that looks are as rare as they become.
        for (var looks = 0; looks < 20; looks++)
        {
            await _room.Clock.Parked(2);
            _room.Clock.Advance(TimeSpan.FromMilliseconds(40));
        }

        await _room.Clock.Parked(2);
        await _room.CommitElsewhere("a");
        _room.Clock.Advance(TimeSpan.FromMilliseconds(50));
        await runner.Reached(1);
    }

    [Fact]
    public async Task A_failure_of_the_checkpoint_store_is_waited_out()
    {
        await using var runner = _room.Start();
        await runner.Reached(0);
        foreach (var fault in Enumerable.Repeat(CheckpointFault.Before, 10)) _room.Checkpoints.Next.Enqueue(fault);
        await _room.Commit("a");
        await _room.PassUntil(_room.Told("is interrupted"), TimeSpan.FromMilliseconds(1));
        runner.Interruption.Should().Be("The checkpoint store does not answer.");
        runner.Completion.IsCompleted.Should().BeFalse();
        await _room.PassUntil(runner.Reached(1), TimeSpan.FromSeconds(1));
        runner.Interruption.Should().BeNull();
        _room.Rows.Should().Equal(new Dictionary<string, string> { ["a"] = "1" });
    }

    [Fact]
    public async Task A_failure_of_the_store_is_waited_out_and_stops_nothing()
    {
        await using var runner = _room.Start();
        await runner.Reached(0);
        _room.Reader.IsDown = true;
        await _room.Commit("a");
        await _room.PassUntil(_room.Told("is interrupted"), TimeSpan.FromMilliseconds(1));
        _room.Reader.IsDown = false;
        await _room.PassUntil(runner.Reached(1), TimeSpan.FromSeconds(1));
        (await _room.Record()).Live!.Failure.Should().BeNull();
    }

    [Fact]
    public async Task A_deposed_owner_ends()
    {
        await using var first = _room.Start();
        await first.Reached(0);
        await using var second = _room.Start();
        await second.Reached(0);
        await _room.Commit("a");
        await second.Reached(1);
        // Whether it was fenced off by a write of its own, or found out when it looked.
        await _room.PassUntil(first.Completion.ContinueWith(static _ => { }, TaskScheduler.Default), TimeSpan.FromSeconds(1), busy: 2);
        first.Completion.Exception!.InnerException.Should().BeOfType<SubscriptionDeposedException>();
        await FluentActions.Awaiting(() => first.Reached(2)).Should().ThrowAsync<ObjectDisposedException>();
        _room.Rows.Should().Equal(new Dictionary<string, string> { ["a"] = "1" });
    }

    [Fact]
    public async Task An_idle_owner_notices_within_a_second_that_it_was_deposed()
    {
        await using var first = _room.Start();
        await first.Reached(0);
        await using var second = _room.Start();
        await second.Reached(0);
        await _room.PassUntil(first.Completion.ContinueWith(static _ => { }, TaskScheduler.Default), TimeSpan.FromMilliseconds(100), atMost: TimeSpan.FromSeconds(1.1), busy: 2);
        first.Completion.Exception!.InnerException.Should().BeOfType<SubscriptionDeposedException>();
    }

    [Fact]
    public async Task Whoever_waits_for_a_stopped_subscription_is_told_where_and_why()
    {
        _room.Tally.Before = position => position == 2 ? throw new InvalidOperationException("poison") : Task.CompletedTask;
        await using var runner = _room.Start();
        await runner.Reached(0);
        await _room.Commit("a", "b", "c");
        await runner.Reached(1);
        var told = await FluentActions.Awaiting(() => runner.Reached(3)).Should().ThrowAsync<SubscriptionStoppedException>();
        told.Which.Failure.Should().BeEquivalentTo(new { Position = 2, Stream = "account/huimin/b", Reason = "InvalidOperationException: poison" });
        runner.IsStopped.Should().BeTrue();
        runner.Lag.Commits.Should().Be(2);
    }

    [Fact]
    public async Task A_skip_is_noticed_within_a_second()
    {
        _room.Tally.Before = position => position == 2 ? throw new InvalidOperationException("poison") : Task.CompletedTask;
        await using var runner = _room.Start();
        await _room.Commit("a", "b", "c");
        await FluentActions.Awaiting(() => runner.Reached(3)).Should().ThrowAsync<SubscriptionStoppedException>();
        await _room.Checkpoints.Change("tally", r => r.Skip(2, "why", "who", Bank.Start));
        await _room.PassUntil(_room.Handled(3), TimeSpan.FromMilliseconds(100), atMost: TimeSpan.FromSeconds(1.1));
        await runner.Reached(3);
        _room.Rows.Should().Equal(new Dictionary<string, string> { ["a"] = "1", ["c"] = "3" });
    }

    [Fact]
    public async Task A_rebuild_is_noticed_within_a_second_and_goes_on_under_load()
    {
        await using var runner = _room.Start();
        await _room.Commit("a", "b", "a");
        await runner.Reached(3);
        await _room.Checkpoints.Change("tally", r => r.Rebuild(Bank.Start));
        await _room.Commit("a");
        await runner.Reached(4);
        await _room.PassUntil(_room.Told("build 2 (version 1) is live"), TimeSpan.FromMilliseconds(100), atMost: TimeSpan.FromSeconds(1.1));
        await _room.Commit("b");
        await runner.Reached(5);
        _room.Rows.Should().Equal(new Dictionary<string, string> { ["a"] = "1 3 4", ["b"] = "2 5" });
    }

    [Fact]
    public async Task Stopping_lets_the_transaction_in_flight_finish()
    {
        var (arrived, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        _room.Tally.After = () =>
        {
            arrived.TrySetResult();
            return released.Task;
        };
        var runner = _room.Start();
        await _room.Commit("a");
        await arrived.Task;
        var stopping = runner.DisposeAsync();
        stopping.IsCompleted.Should().BeFalse();
        released.SetResult();
        await stopping;
        _room.Rows.Should().Equal(new Dictionary<string, string> { ["a"] = "1" });
        runner.Completion.IsCompletedSuccessfully.Should().BeTrue();
    }
}
