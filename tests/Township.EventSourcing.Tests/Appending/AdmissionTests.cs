using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>Back-pressure: the queue is bounded in commits and bytes; callers wait, then get a clear failure.</summary>
public sealed class AdmissionTests : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly FaultyStore _store = new(new MemoryEventStore());
    readonly FakeTimeProvider _clock = new(Bank.Start);
    readonly GroupCommitter _committer;

    public AdmissionTests() => _committer = new(_store, new()
    {
        MaxQueuedCommits = 3,
        MaxQueuedBytes = 10_000,
        AdmissionTimeout = TimeSpan.FromSeconds(5),
        Retries = 0,
    }, _clock, NullLogger<GroupCommitter>.Instance);

    [Fact]
    public async Task A_full_queue_lets_callers_wait_first_come_first_served()
    {
        var hold = _store.HoldNext();
        Task<AppendResult>[] appends = [await Append("1"), await Append("2"), await Append("3")];
        var (fourth, fifth) = (_committer.Admit().AsTask(), _committer.Admit().AsTask());
        (fourth.IsCompleted, fifth.IsCompleted).Should().Be((false, false));

        hold.Release();
        await Task.WhenAll(appends);
        (await fourth).Dispose();
        (await fifth.WaitAsync(Patience)).Dispose();
    }

    [Fact]
    public async Task Places_are_given_back_when_nothing_was_written_one_to_each_waiting_caller()
    {
        var places = new[] { await _committer.Admit(), await _committer.Admit(), await _committer.Admit() };
        var (fourth, fifth) = (_committer.Admit().AsTask(), _committer.Admit().AsTask());

        places[0].Dispose();
        places[0].Dispose();
        await fourth;
        fifth.IsCompleted.Should().BeFalse();
        places[1].Dispose();
        await fifth;
    }

    [Fact]
    public async Task A_queue_full_of_bytes_admits_no_more()
    {
        var hold = _store.HoldNext();
        var append = await Append("1", padding: 10_000);
        var next = _committer.Admit().AsTask();
        next.IsCompleted.Should().BeFalse();

        hold.Release();
        await append;
        (await next).Dispose();
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_that_the_store_is_overloaded()
    {
        using var first = await _committer.Admit();
        using var second = await _committer.Admit();
        using var third = await _committer.Admit();
        var fourth = _committer.Admit().AsTask();
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        fourth.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        (await fourth.Awaiting(a => a).Should().ThrowAsync<StoreOverloadedException>()).WithMessage("*after 5 s. Nothing was written.");

        // Its place in the line is gone: the next free place goes to the next caller.
        var fifth = _committer.Admit().AsTask();
        first.Dispose();
        (await fifth.WaitAsync(Patience)).Dispose();
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_the_line()
    {
        using var first = await _committer.Admit();
        using var second = await _committer.Admit();
        var third = await _committer.Admit();
        using var giveUp = new CancellationTokenSource();
        var fourth = _committer.Admit(giveUp.Token).AsTask();
        var fifth = _committer.Admit().AsTask();
        await giveUp.CancelAsync();
        await fourth.Awaiting(a => a).Should().ThrowAsync<OperationCanceledException>();
        third.Dispose();
        (await fifth.WaitAsync(Patience)).Dispose();
    }

    [Fact]
    public async Task One_admission_queues_one_commit()
    {
        using var used = await _committer.Admit();
        await _committer.Append(used, Commits.Any("1"));
        new Action(() => _committer.Append(used, Commits.Any("2"))).Should().Throw<Exception>();

        var given = await _committer.Admit();
        given.Dispose();
        new Action(() => _committer.Append(given, Commits.Any("3"))).Should().Throw<ObjectDisposedException>();
        _store.Batches.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_failed_append_gives_its_place_back()
    {
        for (var i = 0; i < 10; i++)
        {
            _store.Next(Fault.Before);
            await (await Append($"{i}", padding: 10_000)).Awaiting(a => a).Should().ThrowAsync<StoreUnavailableException>();
        }
    }

    public ValueTask DisposeAsync()
    {
        _store.ReleaseAll();
        return _committer.DisposeAsync();
    }

    async Task<Task<AppendResult>> Append(string id, int padding = 0) => _committer.Append(await _committer.Admit(), Commits.Any(id, padding));
}
