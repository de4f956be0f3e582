using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class SubscriptionConformance<TTransaction>
{
    [Fact]
    public async Task Queries_see_every_commit_once_and_in_order()
    {
        await Append("a", "b", "a");
        var worker = await Take(NewTally());
        await Finish(worker);
        await Shows(await OnePass());
        await Append("b", "c");
        await Finish(worker);
        await Shows(await OnePass());
        Assert.Equal(await Store.ReadLogHead(), (await Record()).Live!.Checkpoint);
    }

    [Fact]
    public async Task A_subscription_on_an_empty_store_has_empty_tables()
    {
        Assert.Null(await Query("tally"));
        await Finish(await Take(NewTally()));
        await Shows(new Dictionary<string, string>());
    }

    [Fact]
    public async Task Batches_are_as_large_as_allowed()
    {
        await Append([.. Enumerable.Repeat("a", 7)]);
        var tally = NewTally();
        await Finish(await Take(tally, batch: 3));
        Assert.Equal([3, 3, 1], tally.Batches);
        await Shows(await OnePass());
    }

    [Fact]
    public async Task Commits_of_other_categories_are_passed_over_and_counted_as_handled()
    {
        await Append("a", "b");
        var tally = NewTally();
        tally.Categories = ["elsewhere"];
        await Finish(await Take(tally));
        await Shows(new Dictionary<string, string>());
        Assert.Equal(await Store.ReadLogHead(), (await Record()).Live!.Checkpoint);
        Assert.Empty(tally.Batches);
    }

    [Fact]
    public async Task A_subscription_resumes_after_its_last_checkpoint_also_when_the_place_was_closed()
    {
        await Append("a", "b");
        await Finish(await Take(NewTally()));
        await Reopen();
        await Append("a");
        var resumed = NewTally();
        await Finish(await Take(resumed, "second"));
        Assert.Equal([1], resumed.Batches);
        await Shows(await OnePass());
    }

    [Fact]
    public async Task An_owner_that_dies_between_rows_and_checkpoint_leaves_neither()
    {
        await Append("a", "b");
        var dying = NewTally();
        dying.After = () => throw new OperationCanceledException("kill -9");
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await Finish(await Take(dying)));
        await Finish(await Take(NewTally(), "second"));
        await Shows(await OnePass());
    }

    [Theory]
    [InlineData(CheckpointFault.Before)]
    [InlineData(CheckpointFault.LostAcknowledgement)]
    public async Task A_transaction_of_unknown_fate_is_neither_lost_nor_repeated(CheckpointFault fault)
    {
        await Append("a", "b");
        var worker = await Take(NewTally());
        await Finish(worker);
        await Append("a", "c");
        Checkpoints.Next.Enqueue(fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Finish(worker));
        await Finish(worker);
        await Shows(await OnePass());
    }

    [Fact]
    public async Task Several_subscriptions_keep_their_own_checkpoints()
    {
        await Append("a");
        await Finish(await Take(NewTally("one")));
        await Append("b");
        await Finish(await Take(NewTally("two")));
        Assert.Equal([("one", 1L), ("two", 2L)], (await Checkpoints.List()).Select(r => (r.Name, r.Live!.Position)));
        await Shows(await OnePass(without: 2), "one");
        await Shows(await OnePass(), "two");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("account")]
    public async Task Rows_of_another_history_are_never_continued(string? category)
    {
        await Append("a", "b");
        await Finish(await Take(Told()));
        var rows = await OnePass();
        var swapped = new MemoryEventStore();
        await swapped.Append([.. Sample.Commits(Sample.Stream("x"), 3)]);
        await Finish(await Take(Told(), store: swapped));
        await Shows(rows);
        Assert.Equal((2, false), (await Record()).Live!.Failure is { } failure ? (failure.Position, failure.MayBeSkipped) : default);

        // Connected to its own store, the subscription continues.
        await Append("a");
        await Finish(await Take(Told()));
        await Shows(await OnePass());
        Assert.Null((await Record()).Live!.Failure);

        Tally<TTransaction> Told()
        {
            var tally = NewTally();
            tally.Categories = category is null ? null : [category];
            return tally;
        }
    }

    [Fact]
    public async Task A_store_that_ends_before_the_checkpoint_is_waited_for()
    {
        await Append("a", "b");
        await Finish(await Take(NewTally()));
        var replica = new MemoryEventStore();
        var worker = await Take(NewTally(), store: replica);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => worker.Work());
        await foreach (var commit in Store.ReadAll()) await replica.Append([new(commit.Stream, ExpectedVersion.Any, commit.Content)]);
        await Finish(worker);
        await Shows(await OnePass());
        Assert.Null((await Record()).Live!.Failure);
    }
}
