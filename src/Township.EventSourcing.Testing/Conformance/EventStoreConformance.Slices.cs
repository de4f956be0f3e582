using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    [Fact]
    public async Task Slices_have_the_commits_of_some_categories_and_tell_how_far_they_look()
    {
        if (Store is not ISelectiveReader store) return;
        Assert.Equivalent(
            new LogSlice([], new(0, CommitHash.Zero), new(0, CommitHash.Zero), true), await store.ReadSlice(0, ["account"], 10));
        string[] categories = ["account", "hearing", "account", "pledge", "account", "hearing", "hearing", "account", "pledge"];
        Commit[] commits = [
            .. categories.Select((category, i) => Sample.Commit(new(category, "huimin", $"s-{i % 2}"), ExpectedVersion.Any, i))];
        await Append(commits);
        var (all, head) = (await All(), await Store.ReadLogHead());
        foreach (EquatableList<string> asked in
            (EquatableList<string>[])[["account"], ["pledge", "hearing"], ["account", "hearing", "pledge"], ["none"], []])
        {
            foreach (var limit in (int[])[1, 2, 100])
            {
                var (found, at) = (new List<RecordedCommit>(), new LogHead(0, CommitHash.Zero));
                for (var isLast = false; !isLast;)
                {
                    var slice = await store.ReadSlice(at.Position, asked, limit);
                    Assert.Equal(at, slice.From);
                    Assert.True(slice.Commits.Count <= limit && (slice.IsLast || slice.To == slice.Commits[^1].LogHead));
                    found.AddRange(slice.Commits);
                    (at, isLast) = (slice.To, slice.IsLast);
                }

                Assert.Equal(all.Where(c => asked.Contains(c.Stream.Category)), found);
                Assert.Equal(head, at);
            }
        }

        Assert.Null((await store.ReadSlice(head.Position + 1, ["account"], 1)).From);
    }

    [Fact]
    public async Task Slices_between_any_two_commits_have_all_of_their_categories()
    {
        if (Store is not ISelectiveReader store) return;
        // Names with a common beginning, streams created at various times, alone and several at once, and a store
        // that was closed in between.
        string[] categories = ["a", "a-b", "ab", "b"];
        var random = new Random(1);
        for (var n = 0; n < 120;)
        {
            var batch = Enumerable.Range(n, random.Next(1, 9)).Select(
                i => Sample.Commit(new(categories[random.Next(4)], "huimin", $"s-{random.Next(20)}"), ExpectedVersion.Any, i)).ToArray();
            await Append(batch);
            n += batch.Length;
            if (random.Next(10) != 0) continue;
            await Reopen();
            store = (ISelectiveReader)Store;
        }

        var all = await All();
        foreach (var asked in (EquatableList<string>[])[["a"], ["ab", "a-b"], ["b", "b", "a"], ["c"]])
            for (var after = 0; after <= all.Count; after++)
            {
                var slice = await store.ReadSlice(after, asked, 5);
                var expected = all.Skip(after).Where(c => asked.Contains(c.Stream.Category)).Take(5).ToList();
                Assert.Equal(expected, slice.Commits);
                Assert.Equal(after == 0 ? new(0, CommitHash.Zero) : all[after - 1].LogHead, slice.From);
                Assert.Equal((expected.Count < 5 ? all[^1] : expected[^1]).LogHead, slice.To);
                Assert.Equal(expected.Count < 5, slice.IsLast);
            }
    }

    [Fact]
    public async Task Slices_of_large_commits_are_shorter_and_lose_none()
    {
        if (Store is not ISelectiveReader store) return;
        await Append([.. Enumerable.Range(0, 12).Select(n =>
            Sample.Commit(new(n % 3 == 0 ? "pledge" : "account", "huimin", "s"), ExpectedVersion.Any, n, note: new string('大', 200_000)))]);
        var (found, at) = (new List<RecordedCommit>(), 0L);
        for (var isLast = false; !isLast;)
        {
            var slice = await store.ReadSlice(at, ["account"], 500);
            found.AddRange(slice.Commits);
            (at, isLast) = (slice.To.Position, slice.IsLast);
        }

        Assert.Equal((await All()).Where(c => c.Stream.Category == "account"), found);
        Assert.Equal(12, at);
    }

    [Fact]
    public async Task Slices_taken_while_others_write_have_every_commit_once_and_in_order()
    {
        await using var another = await OpenAnother();
        if (Store is not ISelectiveReader store) return;
        string[] categories = ["account", "pledge", "hearing"];
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < 60; n++)
                await (writer % 2 == 0 ? Store : another).Append(
                    [Sample.Commit(new(categories[n % 3], "huimin", $"w-{writer}.{n % 5}"), ExpectedVersion.Any, (writer * 1000) + n)]);
        })));
        var (found, at, ended) = (new List<RecordedCommit>(), new LogHead(0, CommitHash.Zero), false);
        while (!ended)
        {
            ended = writing.IsCompleted;
            var slice = await store.ReadSlice(at.Position, ["pledge", "account"], 7);
            Assert.Equal(at, slice.From);
            found.AddRange(slice.Commits);
            at = slice.To;
            ended = ended && slice.IsLast;
        }

        await writing;
        var all = await All();
        Assert.Equal(all[^1].LogHead, at);
        Assert.Equal(all.Where(c => c.Stream.Category != "hearing"), found);
    }

    [Fact]
    public async Task News_are_the_last_commit_and_the_categories_of_all_since_a_position()
    {
        if (Store is not ISharedLogReader store) return;
        Assert.Null(await store.ReadNews(0));
        foreach (var (category, i) in ((string[])["account", "pledge", "hearing", "pledge"]).Select((category, i) => (category, i)))
        {
            await Append(Sample.Commit(new(category, "huimin", "s"), ExpectedVersion.Any, i));
            var one = (await store.ReadNews(i))!;
            Assert.Equal((i, new LogMark(i + 1, (await All())[^1].Hash)), (one.After, one.Last));
            Assert.Equal([category], one.Categories);
        }

        var news = (await store.ReadNews(1))!;
        Assert.Equal(["hearing", "pledge"], news.Categories.Order());
        Assert.Equal(new LogMark(4, (await All())[3].Hash), news.Last);
        Assert.Null(await store.ReadNews(4));
        Assert.Equivalent(news, await store.ReadNews(1, (await All())[0].Hash));
        Assert.Null(await store.ReadNews(1, (await All())[1].Hash));
        Assert.Null(await store.ReadNews(9, (await All())[1].Hash));
    }
}
