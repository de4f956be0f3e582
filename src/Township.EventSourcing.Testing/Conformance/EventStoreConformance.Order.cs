using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    [Fact]
    public async Task Of_writers_that_expect_the_same_version_exactly_one_wins()
    {
        for (var version = 0; version < 10; version++)
        {
            var expected = ExpectedVersion.Exactly(version);
            var number = version * 10;
            var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(writer =>
                Task.Run(() => AppendOne(Sample.Commit(A, expected, number + writer)))));
            Assert.Single(results, r => r is AppendResult.Committed);
            Assert.Equal(3, results.Count(r => r == new AppendResult.Conflict(expected, version + 1)));
        }
    }

    [Fact]
    public async Task Concurrent_appends_at_any_version_are_all_stored()
    {
        var results = await Task.WhenAll(
            Enumerable.Range(1, 40).Select(n => Task.Run(() => AppendOne(Sample.Commit(A, ExpectedVersion.Any, n)))));
        Assert.Equal(
            Enumerable.Range(1, 40).Select(n => (long)n), results.Cast<AppendResult.Committed>().Select(r => r.LastVersion).Order());
        Assert.Equal(40, (await Store.ReadHead(A)).Version);
    }

    [Fact]
    public async Task Positions_have_no_gaps_whatever_happens_between()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                var number = writer * 1000 + round * 10;
                await Append(
                    Sample.Commit(A, ExpectedVersion.Any, number + 1),
                    Sample.Commit(Sample.Stream($"w-{writer}"), ExpectedVersion.Exactly(round * 2), number + 2, events: 2),
                    Sample.Commit(A, ExpectedVersion.None, number + 3),
                    Sample.Commit(A, ExpectedVersion.Any, number + 1));
                await Assert.ThrowsAsync<CommitTooLargeException>(() => Store.Append([TooLarge(A)]));
            }
        })));

        var all = await All();
        Assert.Equal(Enumerable.Range(1, 80).Select(n => (long)n), all.Select(c => c.Position));
        // The same commits in the same order give the same versions and hash chains: no commit is missing or doubled.
        Assert.Equal(Recorded(all.Select(c => new Commit(c.Stream, ExpectedVersion.Any, c.Content))), all);
        Assert.Equal(all[^1].LogHead, await Store.ReadLogHead());
    }

    [Fact]
    public async Task Reading_all_starts_after_the_position()
    {
        var commits = Sample.Commits(A, 5).ToArray();
        await Append(commits);
        var all = Recorded(commits);
        Assert.Equal(all, await All(after: -7));
        Assert.Equal(all, await All(after: 0));
        Assert.Equal(all[3..], await All(after: 3));
        Assert.Empty(await All(after: 5));
        Assert.Empty(await All(after: long.MaxValue));
    }

    [Fact]
    public async Task A_reader_that_follows_the_end_misses_nothing()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var n = 1; n <= 30; n++) await Append([.. Sample.Commits(Sample.Stream($"w-{writer}"), 3, first: n * 10)]);
        })));
        var seen = new List<long>();
        while (seen.Count < 270)
        {
            await foreach (var commit in Store.ReadAll(seen.Count == 0 ? 0 : seen[^1])) seen.Add(commit.Position);
            if (writing.IsFaulted) await writing;
            await Task.Yield();
        }

        Assert.Equal(Enumerable.Range(1, 270).Select(n => (long)n), seen);
        await writing;
    }
}
