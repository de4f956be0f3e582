using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    // More than any store reads in one page.
    const int Long = 600;

    static readonly int[] EventCounts = [1, 3, 1, 2, 1];

    static readonly bool[] Directions = [false, true];

    static readonly int[] Limits = [0, 1, 2, int.MaxValue];

    [Fact]
    public async Task Lower_upper_and_count_bounds_hold_alone_and_combined_in_both_directions()
    {
        // Versions 1 | 2 3 4 | 5 | 6 7 | 8, with another stream's commits between.
        Commit[] commits = [.. EventCounts.SelectMany((events, i) => new[]
        {
            Sample.Commit(A, ExpectedVersion.Any, i, events), Sample.Commit(B, ExpectedVersion.Any, i),
        })];
        await Append(commits);
        var stream = Recorded(commits).Where(c => c.Stream == A).ToList();
        long[] bounds = [long.MinValue, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, long.MaxValue];
        foreach (var range in
            from lower in bounds
            from upper in bounds
            from limit in Limits
            from backward in Directions
            select new StreamRange(lower, upper, limit, backward))
        {
            var within = stream.Where(range.Touches);
            var expected = (range.Backward ? within.Reverse() : within).Take(range.IsEmpty ? 0 : range.Limit);
            var actual = await Stream(A, range);
            Assert.True(expected.SequenceEqual(actual), $"{range} gave versions {string.Join(", ", actual.Select(c => c.FirstVersion))}.");
        }
    }

    [Fact]
    public async Task An_unknown_stream_is_empty_and_has_no_version()
    {
        await Append(Sample.Commit(A, ExpectedVersion.None, 1));
        Assert.Empty(await Stream(B));
        Assert.Empty(await Stream(B, new StreamRange(Backward: true)));
        Assert.Equal(new StreamHead(B, 0, CommitHash.Zero), await Store.ReadHead(B));
    }

    [Fact]
    public async Task Long_reads_are_whole_and_in_order()
    {
        var commits = Sample.Commits(A, Long).ToArray();
        await Append(commits);
        var expected = Recorded(commits);
        Assert.Equal(expected, await All());
        Assert.Equal(expected, await Stream(A));
        Assert.Equal(Enumerable.Reverse(expected), await Stream(A, new StreamRange(Backward: true)));
        Assert.Equal(expected[299..(Long - 1)], await Stream(A, new StreamRange(300, Long - 1)));
        Assert.Equal(expected[..520], await Stream(A, new StreamRange(Limit: 520)));
    }

    [Fact]
    public async Task Many_large_commits_are_read_whole()
    {
        Commit[] commits = [
            .. Enumerable.Range(1, 6).Select(n => Sample.Commit(A, ExpectedVersion.Any, n, note: new string('大', 200_000)))];
        await Append(commits);
        var expected = Recorded(commits);
        Assert.Equal(expected, await All());
        Assert.Equal(expected, await Stream(A));
        Assert.Equal(Enumerable.Reverse(expected), await Stream(A, new StreamRange(Backward: true)));
    }

    [Fact]
    public async Task A_read_ends_at_what_was_there_when_it_began()
    {
        var commits = Sample.Commits(A, Long).ToArray();
        await Append(commits);
        var expected = Recorded(commits);
        Assert.Equal(expected, await WhileWriting(Store.ReadAll(), A));
        await Reopen();
        var longer = await Stream(A);
        Assert.Equal(longer, await WhileWriting(Store.ReadStream(A, StreamRange.All), A));
    }

    [Fact]
    public async Task Listing_streams_ends_at_what_was_there_when_it_began()
    {
        var streams = Enumerable.Range(1000, Long).Select(n => Sample.Stream($"s-{n}")).ToArray();
        await Append([.. streams.Select((s, n) => Sample.Commit(s, ExpectedVersion.None, n))]);
        var expected = await Collected(Store.ListStreams());
        Assert.Equal(streams, expected.Select(h => h.Stream));
        Assert.Equal(expected, await WhileWriting(Store.ListStreams(), streams[^1], Sample.Stream("z")));
    }

    [Fact]
    public async Task Streams_are_listed_in_the_order_of_their_utf8_bytes_with_their_heads()
    {
        // In UTF-16 order, the character beyond U+FFFF would come before the private-use one.
        string[] ids = ["A", "a", "a-b", "ab", "z", "é", "中", "\uE000", "\U00020000"];
        var commits = ids.Select((id, n) => Sample.Commit(Sample.Stream(id), ExpectedVersion.None, n, events: n + 1)).Reverse().ToArray();
        await Append(commits);
        var expected = Recorded(commits).Select(c => c.StreamHead).Reverse();
        Assert.Equal(expected, await Collected(Store.ListStreams()));
    }

    [Fact]
    public async Task Streams_are_listed_by_category()
    {
        StreamId[] streams = [new("a", "huimin", "1"), new("a-b", "huimin", "1"), new("a0", "huimin", "1"), new("ab", "huimin", "1")];
        await Append([.. streams.Select((s, n) => Sample.Commit(s, ExpectedVersion.None, n))]);
        foreach (var stream in streams)
            Assert.Equal([stream], (await Collected(Store.ListStreams(stream.Category))).Select(h => h.Stream));
        Assert.Empty(await Collected(Store.ListStreams("b")));
    }

    [Fact]
    public async Task A_stream_can_be_read_as_of_a_version_and_as_of_a_time()
    {
        Commit[] commits =
            [.. Enumerable.Range(1, 5)
                .Select(n => Sample.Commit(A, ExpectedVersion.Any, n, decidedAt: Sample.Noon.AddDays(n).AddMicroseconds(n)))];
        await Append(commits);
        var expected = Recorded(commits);
        Assert.Equal(expected[..3], await Stream(A, StreamRange.UpTo(3)));
        var moment = Sample.Noon.AddDays(3).AddMicroseconds(3);
        Assert.Equal(expected[..3], (await Stream(A)).TakeWhile(c => c.DecidedAt <= moment));
        Assert.Equal(expected[..2], (await Stream(A)).TakeWhile(c => c.DecidedAt < moment));
    }

    async Task<List<T>> WhileWriting<T>(IAsyncEnumerable<T> read, params StreamId[] streams)
    {
        var items = new List<T>();
        await foreach (var item in read)
        {
            // Appends while reading: a read without a fixed end would never end.
            if (items.Count % 100 == 0)
                foreach (var stream in streams) await Append(Sample.Commit(stream, ExpectedVersion.Any, 100_000 + items.Count));
            items.Add(item);
            if (items.Count > 2 * Long) Assert.Fail("The read does not end.");
        }

        return items;
    }
}
