using Microsoft.Extensions.Logging.Abstractions;

namespace Township.EventSourcing.Tests;

public sealed class GroupCommitterTests : IAsyncDisposable
{
    readonly MemoryEventStore _memory = new();
    readonly FaultyStore _store;
    readonly ImpatientClock _clock = new();
    readonly GroupCommitOptions _options = new() { Retries = 3, RetryDelay = TimeSpan.FromMilliseconds(100) };
    GroupCommitter? _committer;

    public GroupCommitterTests() => _store = new(_memory);

    [Fact]
    public async Task Commits_that_gather_while_one_batch_is_stored_follow_together_in_their_order()
    {
        var hold = _store.HoldNext();
        var first = await Append(Commits.Any("1"));
        await hold.Arrived;
        Task<AppendResult>[] others = [await Append(Commits.Any("2")), await Append(Commits.Any("3")), await Append(Commits.Any("4"))];
        others.Should().OnlyContain(a => !a.IsCompleted);
        hold.Release();
        await Task.WhenAll([first, .. others]);

        _store.Batches.Select(b => string.Join(' ', b.Select(c => c.Stream.Id))).Should().Equal("1", "2 3 4");
        others.Select(a => ((AppendResult.Committed)a.Result).Position).Should().Equal(2, 3, 4);
    }

    [Fact]
    public async Task What_is_stored_is_answered_while_the_next_batch_is_still_with_the_store()
    {
        var first = _store.HoldNext();
        var stored = await Append(Commits.Any("1"));
        await first.Arrived;
        var next = await Append(Commits.Any("2"));
        var second = _store.HoldNext();
        first.Release();
        await second.Arrived;
        (await stored.WaitAsync(TimeSpan.FromMinutes(1))).Should().BeOfType<AppendResult.Committed>();
        next.IsCompleted.Should().BeFalse();

        second.Release();
        (await next).Should().BeOfType<AppendResult.Committed>();
    }

    [Fact]
    public async Task A_batch_is_bounded_in_commits_and_bytes_and_a_larger_commit_goes_alone()
    {
        _options.MaxBatchCommits = 3;
        _options.MaxBatchBytes = 5_000;
        var hold = _store.HoldNext();
        List<Task<AppendResult>> appends = [await Append(Commits.Any("0"))];
        await hold.Arrived;
        foreach (var (id, size) in new[] { ("1", 0), ("2", 0), ("3", 0), ("4", 2_000), ("5", 2_000), ("6", 2_000), ("7", 9_000), ("8", 0) })
            appends.Add(await Append(Commits.Any(id, size)));
        hold.Release();
        await Task.WhenAll(appends);

        _store.Batches.Select(b => string.Join(' ', b.Select(c => c.Stream.Id))).Should().Equal("0", "1 2 3", "4 5", "6", "7", "8");
    }

    [Fact]
    public async Task One_stale_item_fails_alone()
    {
        var hold = _store.HoldNext();
        var before = await Append(Commits.Any("0"));
        await hold.Arrived;
        Task<AppendResult>[] batch =
            [await Append(Commits.Any("1")), await Append(Commits.New(Bank.A, ExpectedVersion.Exactly(7))), await Append(Commits.Any("3"))];
        hold.Release();
        await before;

        (await Task.WhenAll(batch)).Select(r => r is AppendResult.Committed c ? $"{c.Position}" : $"{r}").Should().Equal(
            "2", new AppendResult.Conflict(ExpectedVersion.Exactly(7), 0).ToString(), "3");
        _store.Batches.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_store_that_comes_back_within_the_retries_is_not_noticed()
    {
        _store.Next(Fault.Before, Fault.LostAcknowledgement, Fault.Before);
        (await (await Append(Commits.Any("1")))).Should().BeOfType<AppendResult.Committed>().Which.Position.Should().Be(1);

        _store.Batches.Should().HaveCount(4);
        (await _memory.ReadLogHead()).Position.Should().Be(1);
    }

    [Fact]
    public async Task Retries_back_off_and_never_pause_longer_than_a_second()
    {
        (_options.Retries, _options.RetryFor) = (8, TimeSpan.FromMinutes(1));
        _store.Next(Enumerable.Repeat(Fault.Before, 8).ToArray());
        await await Append(Commits.Any("1"));

        _clock.Waits.Should().HaveCount(8).And.OnlyContain(w => w > TimeSpan.Zero && w <= TimeSpan.FromSeconds(1));
        _clock.Waits.Take(2).Should().OnlyContain(w => w < TimeSpan.FromSeconds(1));
        _clock.Waits.Max().Should().BeGreaterThan(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task Retries_end_when_the_oldest_commit_has_waited_long_enough_also_behind_another_batch()
    {
        (_options.Retries, _options.RetryFor) = (1000, TimeSpan.FromSeconds(4));
        var hold = _store.HoldNext();
        var first = await Append(Commits.Any("1"));
        await hold.Arrived;
        var second = await Append(Commits.Any("2"));
        _store.IsDown = () => true;
        hold.Release();

        await first.Awaiting(a => a).Should().ThrowAsync<StoreUnavailableException>();
        _clock.Waited.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4)).And.BeLessThan(TimeSpan.FromSeconds(5));
        await second.Awaiting(a => a).Should().ThrowAsync<StoreUnavailableException>();
        _store.Batches.Should().HaveCount(_clock.Waits.Count + 2, "the second batch had waited as long as the first and is tried once");
    }

    [Fact]
    public async Task When_the_retries_are_used_up_every_caller_of_the_batch_is_told_and_the_next_batch_works()
    {
        var hold = _store.HoldNext();
        var first = await Append(Commits.Any("1"));
        await hold.Arrived;
        _store.Next(Fault.Before, Fault.Before, Fault.Before, Fault.Before);
        Task<AppendResult>[] failing = [await Append(Commits.Any("2")), await Append(Commits.Any("3"))];
        hold.Release();
        await first;

        foreach (var append in failing)
            (await append.Awaiting(a => a).Should().ThrowAsync<StoreUnavailableException>()).Which.MayHaveCommitted.Should().BeFalse();
        _store.Batches.Should().HaveCount(5);
        (await await Append(Commits.Any("4"))).Should().BeOfType<AppendResult.Committed>().Which.Position.Should().Be(2);
    }

    [Fact]
    public async Task A_failure_after_a_lost_acknowledgement_says_that_it_may_have_been_stored()
    {
        _store.Next(Fault.LostAcknowledgement, Fault.Before, Fault.Before, Fault.Before);
        var append = await Append(Commits.Any("1"));
        (await append.Awaiting(a => a).Should().ThrowAsync<StoreUnavailableException>()).Which.MayHaveCommitted.Should().BeTrue();
    }

    [Fact]
    public async Task A_lost_acknowledgement_is_found_as_committed_and_a_repetition_of_others_as_duplicate()
    {
        var commit = Commits.Any("1");
        _store.Next(Fault.LostAcknowledgement);
        var committed = await await Append(commit);
        committed.Should().BeOfType<AppendResult.Committed>().Which.Should().Match<AppendResult.Committed>(c => c.Position == 1 && c.LastVersion == 1);

        var repeated = commit with { Content = commit.Content with { DecidedAtMicros = commit.Content.DecidedAtMicros + 1 } };
        (await await Append(repeated)).Should().BeOfType<AppendResult.Duplicate>().Which.Original.Position.Should().Be(1);
        (await _memory.ReadLogHead()).Position.Should().Be(1);
    }

    [Fact]
    public async Task An_exception_of_another_kind_is_told_at_once_and_the_writer_lives()
    {
        _store.Next(Fault.Bug);
        await (await Append(Commits.Any("1"))).Awaiting(a => a).Should().ThrowAsync<InvalidOperationException>();
        _store.Batches.Should().HaveCount(1);
        (await await Append(Commits.Any("2"))).Should().BeOfType<AppendResult.Committed>();
    }

    [Fact]
    public async Task A_store_that_throws_before_it_begins_is_told_too_and_the_writer_lives()
    {
        _store.Next(Fault.BugAtOnce);
        await (await Append(Commits.Any("1"))).Awaiting(a => a).Should().ThrowAsync<InvalidOperationException>();
        (await await Append(Commits.Any("2"))).Should().BeOfType<AppendResult.Committed>();
    }

    [Fact]
    public async Task Stopping_stores_what_is_queued_and_takes_no_more()
    {
        var hold = _store.HoldNext();
        Task<AppendResult>[] queued = [await Append(Commits.Any("1")), await Append(Commits.Any("2")), await Append(Commits.Any("3"))];
        await hold.Arrived;
        var stopped = Committer.DisposeAsync().AsTask();
        stopped.IsCompleted.Should().BeFalse();
        var late = await Append(Commits.Any("4"));
        hold.Release();
        await stopped;

        queued.Should().OnlyContain(a => a.Result is AppendResult.Committed);
        (await late.Awaiting(a => a).Should().ThrowAsync<StoreUnavailableException>()).Which.MayHaveCommitted.Should().BeFalse();
        (await _memory.ReadLogHead()).Position.Should().Be(3);
    }

    public ValueTask DisposeAsync()
    {
        _store.ReleaseAll();
        return Committer.DisposeAsync();
    }

    GroupCommitter Committer => _committer ??= new(_store, _options, _clock, NullLogger<GroupCommitter>.Instance);

    async Task<Task<AppendResult>> Append(Commit commit) => Committer.Append(await Committer.Admit(), commit);
}
