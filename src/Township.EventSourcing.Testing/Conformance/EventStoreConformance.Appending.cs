using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    static readonly StreamId A = Sample.Stream("a"), B = Sample.Stream("b");

    [Fact]
    public async Task A_commit_to_a_new_stream_is_stored_whole()
    {
        var commit = Sample.Commit(A, ExpectedVersion.None, 1, events: 3);
        var expected = Recorded(commit);

        Assert.Equal(Committed(expected[0]), await AppendOne(commit));

        Assert.Equal(expected, await All());
        Assert.Equal(expected, await Stream(A));
        Assert.Equal(expected[0].StreamHead, await Store.ReadHead(A));
        Assert.Equal(expected[0].LogHead, await Store.ReadLogHead());
    }

    [Fact]
    public async Task A_store_begins_empty()
    {
        Assert.Empty(await All());
        Assert.Equal(new LogHead(0, CommitHash.Zero), await Store.ReadLogHead());
        Assert.Empty(await Collected(Store.ListStreams()));
    }

    [Fact]
    public Task Expecting_no_stream_where_there_is_one_conflicts_and_names_its_version() => Conflicts(ExpectedVersion.None);

    [Theory, InlineData(1), InlineData(2), InlineData(4), InlineData(100)]
    public Task Expecting_another_version_conflicts_and_names_the_actual_one(long version) => Conflicts(ExpectedVersion.Exactly(version));

    [Fact]
    public Task Expecting_another_history_of_the_same_version_conflicts() =>
        Conflicts(ExpectedVersion.Exactly(new StreamHead(A, 3, CommitHash.Zero)));

    [Fact]
    public async Task Expecting_the_history_that_is_there_is_stored()
    {
        await Append(Sample.Commit(A, ExpectedVersion.None, 1));
        var head = await Store.ReadHead(A);
        Assert.IsType<AppendResult.Committed>(await AppendOne(Sample.Commit(A, ExpectedVersion.Exactly(head), 2)));
    }

    [Fact]
    public async Task Expecting_the_exact_version_is_stored()
    {
        Commit[] commits = [
            Sample.Commit(A, ExpectedVersion.None, 1, events: 3), Sample.Commit(A, ExpectedVersion.Exactly(3), 2, events: 2),
            Sample.Commit(A, ExpectedVersion.Exactly(5), 3)];
        foreach (var commit in commits) Assert.IsType<AppendResult.Committed>(await AppendOne(commit));
        Assert.Equal(Recorded(commits), await Stream(A));
    }

    [Fact]
    public async Task Any_version_is_never_checked()
    {
        var commits = Sample.Commits(A, 3).ToArray();
        foreach (var commit in commits) Assert.IsType<AppendResult.Committed>(await AppendOne(commit));
        Assert.Equal(Recorded(commits), await Stream(A));
    }

    [Fact]
    public async Task Expecting_some_stream_where_there_is_none_conflicts()
    {
        var result = await AppendOne(Sample.Commit(A, ExpectedVersion.Exists, 1));
        Assert.Equal(new AppendResult.Conflict(ExpectedVersion.Exists, 0), result);
        Assert.Equal(new StreamHead(A, 0, CommitHash.Zero), await Store.ReadHead(A));
        Assert.Empty(await Collected(Store.ListStreams()));
    }

    [Fact]
    public async Task Expecting_some_stream_where_there_is_one_is_stored()
    {
        Commit[] commits = [Sample.Commit(A, ExpectedVersion.None, 1), Sample.Commit(A, ExpectedVersion.Exists, 2)];
        foreach (var commit in commits) Assert.IsType<AppendResult.Committed>(await AppendOne(commit));
        Assert.Equal(Recorded(commits), await Stream(A));
    }

    [Fact]
    public async Task What_is_reported_as_committed_is_there_for_another_reader()
    {
        var reader = await OpenReader();
        await using (reader)
        {
            for (var n = 1; n <= 3; n++)
            {
                await Append(Sample.Commit(A, ExpectedVersion.Any, n));
                Assert.Equal(n, (await reader.ReadHead(A)).Version);
            }

            Assert.Equal(await All(), await Collected(reader.ReadAll()));
        }
    }

    [Fact]
    public async Task What_was_stored_is_still_there_after_a_restart()
    {
        Commit[] commits = [Sample.Commit(A, ExpectedVersion.None, 1, events: 2), Sample.Commit(B, ExpectedVersion.None, 2)];
        await Append(commits);
        await Reopen();

        Assert.Equal(Recorded(commits), await All());
        Assert.Equal(new AppendResult.Conflict(ExpectedVersion.None, 2), await AppendOne(Sample.Commit(A, ExpectedVersion.None, 3)));
        Assert.IsType<AppendResult.Committed>(await AppendOne(Sample.Commit(A, ExpectedVersion.Exactly(2), 4)));
    }

    [Fact]
    public async Task An_append_that_was_cancelled_before_it_began_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.Append([Sample.Commit(A, ExpectedVersion.None, 1)], new CancellationToken(canceled: true)));
        Assert.Empty(await All());
    }

    async Task Conflicts(ExpectedVersion expected)
    {
        var first = Sample.Commit(A, ExpectedVersion.None, 1, events: 3);
        await Append(first);
        Assert.Equal(new AppendResult.Conflict(expected, 3), await AppendOne(Sample.Commit(A, expected, 2)));
        Assert.Equal(Recorded(first), await All());
    }
}
