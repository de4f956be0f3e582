using Xunit;

namespace Township.EventSourcing.Testing;

/// <summary>
/// Versions and positions beyond 2³¹, for stores into which a test can insert a commit as if billions had been stored before.
/// </summary>
public abstract class LargeNumberConformance : EventStoreTests
{
    const long Position = (1L << 31) + 5, Version = (1L << 32) + 7;

    static readonly StreamId Stream1 = Sample.Stream();

    /// <summary>Inserts one commit into the empty store without any checks.</summary>
    protected abstract Task Seed(RecordedCommit commit);

    [Fact]
    public async Task Versions_and_positions_go_beyond_32_bits()
    {
        var seed = Recorded(Sample.Commit(Stream1, ExpectedVersion.Any, 1))[0] with { Position = Position, FirstVersion = Version };
        await Seed(seed);
        Commit[] commits = [
            Sample.Commit(Stream1, ExpectedVersion.Exactly(Version), 2, events: 2),
            Sample.Commit(Stream1, ExpectedVersion.Exactly(Version + 2), 3)];
        var second = RecordedCommit.Following(seed.LogHead, seed.StreamHead, commits[0].Content);
        var third = RecordedCommit.Following(second.LogHead, second.StreamHead, commits[1].Content);

        Assert.Equal([Committed(second), Committed(third)], await Append(commits));

        Assert.Equal([seed, second, third], await All());
        Assert.Equal([second, third], await All(after: Position));
        Assert.Equal([third, second], await Stream(Stream1, new(Version + 1, Backward: true)));
        Assert.Equal(third.StreamHead, await Store.ReadHead(Stream1));
        Assert.Equal([third.StreamHead], await Collected(Store.ListStreams()));
        Assert.Equal(
            new AppendResult.Conflict(ExpectedVersion.Exactly(7), Version + 3),
            await AppendOne(Sample.Commit(Stream1, ExpectedVersion.Exactly(7), 4)));
        Assert.Equal(new AppendResult.Duplicate(second), await AppendOne(commits[0]));
    }
}
