using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    [Fact]
    public async Task The_same_command_again_gives_the_original_and_writes_nothing()
    {
        var original = await Stored();
        // The expectations of a retry, of a writer that does not know the stream, and of one that does not check.
        foreach (var expected in
            new[] { ExpectedVersion.None, ExpectedVersion.Exactly(2), ExpectedVersion.Exactly(7), ExpectedVersion.Exists, ExpectedVersion.Any })
            await IsDuplicate(Store, Sample.Commit(A, expected, 1, events: 2), original);
    }

    [Fact]
    public async Task The_same_command_is_recognised_when_the_stream_has_moved_on()
    {
        var original = await Stored();
        await Append([.. Sample.Commits(A, 5, first: 2)]);
        foreach (var expected in new[] { ExpectedVersion.None, ExpectedVersion.Exactly(7), ExpectedVersion.Any })
            await IsDuplicate(Store, Sample.Commit(A, expected, 1, events: 2), original);
    }

    [Fact]
    public async Task The_same_command_is_recognised_after_a_restart()
    {
        var original = await Stored();
        await Reopen();
        await IsDuplicate(Store, Sample.Commit(A, ExpectedVersion.None, 1, events: 2), original);
        await IsDuplicate(Store, Sample.Commit(A, ExpectedVersion.Any, 1, events: 2), original);
    }

    [Fact]
    public async Task The_same_command_is_recognised_by_another_writer()
    {
        var original = await Stored();
        var another = await OpenAnother();
        await using (another)
        {
            await IsDuplicate(another, Sample.Commit(A, ExpectedVersion.None, 1, events: 2), original);
            await IsDuplicate(another, Sample.Commit(A, ExpectedVersion.Any, 1, events: 2), original);
        }
    }

    [Fact]
    public async Task The_same_command_twice_in_a_batch_is_stored_once()
    {
        var commit = Sample.Commit(A, ExpectedVersion.Any, 1);
        var recorded = Recorded(commit);
        Assert.Equal([Committed(recorded[0]), new AppendResult.Duplicate(recorded[0])], await Append(commit, commit));
        Assert.Equal(recorded, await All());
    }

    [Fact]
    public async Task A_whole_batch_again_writes_nothing()
    {
        Commit[] batch = [
            Sample.Commit(A, ExpectedVersion.None, 1), Sample.Commit(B, ExpectedVersion.None, 2),
            Sample.Commit(A, ExpectedVersion.Exactly(1), 3)];
        var recorded = Recorded(batch);
        Assert.Equal(recorded.Select(Committed), await Append(batch));
        Assert.Equal(recorded.Select(r => new AppendResult.Duplicate(r)), await Append(batch));
        Assert.Equal(recorded, await All());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_command_id_with_other_content_is_refused(bool checkVersion)
    {
        var original = await Stored();
        var expected = checkVersion ? ExpectedVersion.None : ExpectedVersion.Any;
        Assert.Equal(new AppendResult.IdReused(original), await AppendOne(Sample.Commit(A, expected, 1, events: 2, note: "存入 2 元")));
        Assert.Equal([original], await All());
    }

    [Fact]
    public async Task A_command_id_belongs_to_its_stream()
    {
        Commit[] commits = [Sample.Commit(A, ExpectedVersion.None, 1), Sample.Commit(B, ExpectedVersion.None, 1)];
        Assert.Equal(Recorded(commits).Select(Committed), await Append(commits));
    }

    [Fact]
    public async Task A_command_is_found_by_its_id()
    {
        var original = await Stored();
        Assert.Equal(original, await Store.FindCommand(A, Sample.CommandId(1)));
        Assert.Null(await Store.FindCommand(A, Sample.CommandId(2)));
        Assert.Null(await Store.FindCommand(B, Sample.CommandId(1)));
    }

    async Task<RecordedCommit> Stored()
    {
        var commit = Sample.Commit(A, ExpectedVersion.None, 1, events: 2);
        var recorded = Recorded(commit)[0];
        Assert.Equal(Committed(recorded), await AppendOne(commit));
        return recorded;
    }

    static async Task IsDuplicate(IEventStore store, Commit commit, RecordedCommit original)
    {
        var before = await store.ReadLogHead();
        Assert.Equal([new AppendResult.Duplicate(original)], await store.Append([commit]));
        Assert.Equal(before, await store.ReadLogHead());
    }
}
