using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class SubscriptionConformance<TTransaction>
{
    [Fact]
    public async Task A_rebuild_gives_the_same_rows_as_the_live_view_and_queries_see_the_old_ones_until_then()
    {
        await Append("a", "b", "a", "c", "a");
        var worker = await Take(NewTally(), batch: 2);
        await Finish(worker);
        var rows = await OnePass();
        await Checkpoints.Change("tally", r => r.Rebuild(Sample.Noon));
        await worker.Refresh();
        var seen = new HashSet<int>();
        do
        {
            await Shows(rows);
            seen.Add((await Record()).Live!.Number);
        }
        while (await worker.Work());
        Assert.Equal([1, 2], seen);
        Assert.Equal([(2, BuildState.Live)], (await Record()).Builds.Select(b => (b.Number, b.State)));
    }

    [Fact]
    public async Task A_rebuild_under_load_never_shows_less_than_before()
    {
        await Append([.. Enumerable.Repeat("a", 20)]);
        var worker = await Take(NewTally(), batch: 2);
        await Finish(worker);
        await Checkpoints.Change("tally", r => r.Rebuild(Sample.Noon));
        await worker.Refresh();
        var shown = (await Record()).Live!.Position;
        for (var step = 0; (await Record()).Live!.Number == 1; step++)
        {
            Assert.True(step < 100, "The rebuild never catches up.");
            await Append("a");
            await worker.Work();
            var live = (await Record()).Live!.Position;
            Assert.InRange(live, shown, long.MaxValue);
            shown = live;
        }

        await Finish(worker);
        await Shows(await OnePass());
    }

    [Fact]
    public async Task The_first_build_is_not_shown_before_it_is_complete()
    {
        await Append("a", "b", "a", "c", "a");
        var worker = await Take(NewTally(), batch: 2);
        for (var step = 0; step < 3; step++)
        {
            await worker.Work();
            Assert.Null(await Query("tally"));
        }

        await Finish(worker);
        await Shows(await OnePass());
    }

    [Fact]
    public async Task A_new_version_is_built_beside_the_old_one_which_goes_on_until_the_switch()
    {
        await Append("a", "b", "c");
        var old = await Take(NewTally());
        await Finish(old);
        var young = await Take(NewTally(version: 2), "young", batch: 2);
        await young.Work();
        await young.Work();
        await Append("d");
        await Finish(old);
        await Shows(await OnePass());
        await Finish(young);
        await Shows(await OnePass());
        Assert.Equal([(2, 2, BuildState.Live)], (await Record()).Builds.Select(b => (b.Number, b.Version, b.State)));
        await Append("a");
        await Assert.ThrowsAsync<SubscriptionSupersededException>(() => old.Work());
        await Finish(young);
        await Shows(await OnePass());
    }

    [Fact]
    public async Task Older_code_never_takes_over_from_newer_rows()
    {
        await Finish(await Take(NewTally(version: 2)));
        await Assert.ThrowsAsync<SubscriptionSupersededException>(() => Take(NewTally()));
        Assert.Equal(2, (await Record()).Live!.Version);
    }

    [Fact]
    public async Task A_version_with_other_tables_shows_those_and_no_others()
    {
        await Append("a");
        var old = NewTally();
        old.Tables = ["tally", "left_over"];
        await Finish(await Take(old));
        Assert.NotNull(await Query("left_over"));
        var young = NewTally(version: 2);
        young.Tables = ["tally", "brand_new"];
        await Finish(await Take(young));
        Assert.Equal(
            (true, false, true),
            (await Query("tally") is not null, await Query("left_over") is not null, await Query("brand_new") is not null));
        Assert.Null(await Query("tally__b1"));
    }

    [Fact]
    public async Task A_rebuild_that_is_asked_for_again_starts_again()
    {
        await Append([.. Enumerable.Repeat("a", 5)]);
        var worker = await Take(NewTally(), batch: 1);
        await Finish(worker);
        for (var round = 0; round < 2; round++)
        {
            await Checkpoints.Change("tally", r => r.Rebuild(Sample.Noon));
            await worker.Refresh();
            await worker.Work();
            await worker.Work();
        }

        await Finish(worker);
        await Shows(await OnePass());
        Assert.Equal([(3, BuildState.Live)], (await Record()).Builds.Select(b => (b.Number, b.State)));
        Assert.Null(await Query("tally__b2"));
    }

    [Fact]
    public async Task A_poisoned_rebuild_leaves_the_live_rows_alone()
    {
        await Append("a", "b");
        await Finish(await Take(NewTally()));
        var poisoned = NewTally(version: 2);
        poisoned.Before = _ => throw new InvalidOperationException("poison");
        await Finish(await Take(poisoned));
        await Append("c");
        await Finish(await Take(NewTally()));
        await Shows(await OnePass());
        Assert.Equal(
            [(1, BuildState.Live, false), (2, BuildState.Building, true)],
            (await Record()).Builds.Select(b => (b.Version, b.State, b.Failure is not null)));
    }

    [Fact]
    public async Task What_nobody_has_ever_run_cannot_be_rebuilt()
    {
        await Assert.ThrowsAsync<SubscriptionRequestException>(() => Checkpoints.Change("nobody", r => r.Rebuild(Sample.Noon)));
        Assert.Empty(await Checkpoints.List());
    }
}
