using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class SubscriptionConformance<TTransaction>
{
    [Fact]
    public async Task A_second_owner_fences_the_first_one_off()
    {
        await Append("a");
        var first = await Take(NewTally());
        await Finish(first);
        var second = await Take(NewTally(), "second");
        await Append("b");
        await Assert.ThrowsAsync<SubscriptionDeposedException>(() => first.Work());
        await Shows(await OnePass(without: 2));
        await Finish(second);
        await Shows(await OnePass());
        await Assert.ThrowsAsync<SubscriptionDeposedException>(() => first.Work());
        await Assert.ThrowsAsync<SubscriptionDeposedException>(() => first.Refresh());
        Assert.Equal((2, "second"), (await Record()).Owners is [var owner] ? (owner.Epoch, owner.Name) : default);
    }

    [Fact]
    public async Task An_owner_deposed_while_it_writes_writes_all_or_nothing()
    {
        await Append("a", "b");
        Task<SubscriptionWorker>? taking = null;
        var tally = NewTally();
        tally.After = () =>
        {
            // Either the take-over waits for this transaction, or this transaction fails.
            taking ??= Task.Run(() => Take(NewTally(), "second"));
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<SubscriptionDeposedException>(async () =>
        {
            var first = await Take(tally);
            await Finish(first);
            await taking!;
            await first.Refresh();
        });
        await Finish(await taking!);
        await Shows(await OnePass());
    }

    [Fact]
    public async Task Two_owners_that_take_turns_miss_and_double_nothing()
    {
        for (var round = 0; round < 5; round++)
        {
            var old = await Take(NewTally(), "old");
            await Append("a", "b", "c");
            await old.Work();
            var young = await Take(NewTally(), "young", batch: 2);
            await Append("d");
            await Assert.ThrowsAsync<SubscriptionDeposedException>(() => old.Work());
            await young.Work();
        }

        await Finish(await Take(NewTally()));
        await Shows(await OnePass());
    }

    [Fact]
    public async Task Owners_who_take_over_at_the_same_time_have_different_epochs()
    {
        var workers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Take(NewTally(), $"{n}"))));
        await Append("a");
        var winners = 0;
        foreach (var worker in workers)
        {
            try
            {
                await Finish(worker);
                winners++;
            }
            catch (SubscriptionDeposedException)
            {
                // Expected for all but one.
            }
        }

        Assert.Equal((1, 8), (winners, (await Record()).Owners[0].Epoch));
        await Shows(await OnePass());
    }
}
