using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    [Fact]
    public async Task A_batch_keeps_its_order_across_streams()
    {
        Commit[] batch = [
            Sample.Commit(A, ExpectedVersion.None, 1), Sample.Commit(B, ExpectedVersion.None, 2, events: 2),
            Sample.Commit(A, ExpectedVersion.Exactly(1), 3)];
        var expected = Recorded(batch);
        Assert.Equal(expected.Select(Committed), await Append(batch));
        Assert.Equal(expected, await All());
    }

    [Fact]
    public async Task A_stale_item_fails_alone()
    {
        Commit[] batch =
        [
            Sample.Commit(A, ExpectedVersion.None, 1), Sample.Commit(A, ExpectedVersion.None, 2),
            Sample.Commit(B, ExpectedVersion.Exists, 3), Sample.Commit(B, ExpectedVersion.None, 4),
            Sample.Commit(A, ExpectedVersion.Exactly(1), 5),
        ];
        var stored = Recorded(batch[0], batch[3], batch[4]);
        Assert.Equal(
            [Committed(stored[0]), new AppendResult.Conflict(ExpectedVersion.None, 1), new AppendResult.Conflict(ExpectedVersion.Exists, 0),
                Committed(stored[1]), Committed(stored[2])],
            await Append(batch));
        Assert.Equal(stored, await All());
    }

    [Fact]
    public async Task An_empty_batch_gives_no_results()
    {
        Assert.Empty(await Append());
        Assert.Empty(await All());
    }

    [Fact]
    public async Task A_batch_of_a_thousand_streams_is_stored()
    {
        Commit[] batch = [.. Enumerable.Range(1, 1000).Select(n => Sample.Commit(Sample.Stream($"s-{n}"), ExpectedVersion.None, n))];
        var expected = Recorded(batch);
        Assert.Equal(expected.Select(Committed), await Append(batch));
        Assert.Equal(expected, await All());
    }

    [Fact]
    public async Task The_same_id_in_two_townships_is_two_streams()
    {
        StreamId here = new("account", "huimin", "a-1"), there = new("account", "anping", "a-1");
        Commit[] batch = [Sample.Commit(here, ExpectedVersion.None, 1), Sample.Commit(there, ExpectedVersion.None, 1, events: 2)];
        var expected = Recorded(batch);
        Assert.Equal(expected.Select(Committed), await Append(batch));
        Assert.Equal([expected[0]], await Stream(here));
        Assert.Equal([expected[1]], await Stream(there));
        Assert.Equal(expected[1], await Store.FindCommand(there, Sample.CommandId(1)));
    }

    [Fact]
    public async Task Appends_from_many_threads_are_stored_one_after_the_other_and_none_after_the_store_is_closed()
    {
        const int each = 50;
        var ours = Sample.Commit(A, ExpectedVersion.None, 1);
        var many = Enumerable.Range(0, each)
            .Select(n => Task.Run(() => Store.Append([Sample.Commit(Sample.Stream($"other-{n}"), ExpectedVersion.None, 100 + n)])));
        Assert.All(
            await Task.WhenAll(many.Append(Task.Run(() => Store.Append([ours])))),
            results => Assert.IsType<AppendResult.Committed>(Assert.Single(results)));
        Assert.Equal(Enumerable.Range(1, each + 1).Select(n => (long)n), (await All()).Select(c => c.Position));

        if (Store is MemoryEventStore) return;
        await Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.Append([ours]));
    }
}
