using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    const int Rounds = 200;

    const string On = "开", Off = "关";

    [Fact]
    public async Task A_guarded_stream_that_another_writer_has_moved_on_is_noticed()
    {
        var reason = new Reason(holds: true);
        var moving = Sample.Commits(B, 3).ToArray();
        var another = await OpenAnother();
        await using (another)
        {
            await Append(moving[0]);
            await another.Append([moving[1]]);
            var stale = Sample.Commit(A, ExpectedVersion.None, 8);
            Assert.Equal(
                new AppendResult.GuardBroken(HeadAfter(moving[..2])), await AppendOne(Guarded(stale, new Guard(HeadAfter(moving[0])))));
            await another.Append([moving[2]]);
            Assert.IsType<AppendResult.Committed>(await AppendOne(Guarded(stale, reason.At(HeadAfter(moving[..2])))));
            reason.WasAskedAbout([moving[2]]);
        }
    }

    [Fact]
    public async Task Of_two_writers_that_break_each_others_guards_at_once_exactly_one_is_stored()
    {
        var heads = new Dictionary<StreamId, StreamHead> { [A] = new(A, 0, CommitHash.Zero), [B] = NoB };
        var another = await OpenAnother();
        await using (another)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var number = round;
                Commit[] rivals =
                    [.. from own in (StreamId[])[A, B]
                        select Guarded(Sample.Commit(own, ExpectedVersion.Exactly(heads[own]), number), new Guard(heads[own == A ? B : A]))];
                var results = await Task.WhenAll(Task.Run(() => Store.Append(rivals[..1])), Task.Run(() => another.Append(rivals[1..])));
                var (won, lost) = results[0][0] is AppendResult.Committed ? (0, 1) : (1, 0);
                var next = rivals[won].HeadAfter(heads[rivals[won].Stream]);
                Assert.Equal(new AppendResult.Committed(round + 1, next.Version, next.Hash), Assert.Single(results[won]));
                Assert.Equal(new AppendResult.GuardBroken(next), Assert.Single(results[lost]));
                heads[next.Stream] = next;
            }
        }
    }

    /// <summary>
    /// Two switches of which at most one may be on. Each is turned by a writer that has read the other one some time ago.
    /// </summary>
    [Fact]
    public async Task However_fast_guarded_streams_move_what_may_be_stored_is_stored_and_nothing_else_is()
    {
        var another = await OpenAnother();
        await using (another)
        {
            var asked = new int[2];
            var refusals = await Task.WhenAll(
                Task.Run(() => Switch(Store, A, B, () => asked[0]++)), Task.Run(() => Switch(another, B, A, () => asked[1]++)));
            var switched = (await All()).Where(c => c.Stream == A || c.Stream == B).ToList();
            var on = new HashSet<StreamId>();
            foreach (var commit in switched)
            {
                _ = IsOn(commit.Content) ? on.Add(commit.Stream) : on.Remove(commit.Stream);
                Assert.True(on.Count < 2, $"Both are on at position {commit.Position}.");
            }

            var whereOn = switched.Where(c => IsOn(c.Content)).Select(c => c.StreamHead).ToHashSet();
            Assert.All(refusals.SelectMany(r => r), refusal => Assert.Contains(refusal, whereOn));
            Assert.Equal(2 * Rounds, whereOn.Count + refusals.Sum(r => r.Count));
            Assert.NotEqual(0, asked.Sum());
        }
    }

    /// <summary>Returns the heads of the other stream whenever this switch could not be turned on.</summary>
    static async Task<List<StreamHead>> Switch(IEventStore store, StreamId own, StreamId other, Action asked)
    {
        var refusals = new List<StreamHead>();
        var seenOff = new StreamHead(other, 0, CommitHash.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            var number = 10 * round;
            if (round % 5 == 4 && await store.ReadStream(other, new(Limit: 1, Backward: true)).FirstOrDefaultAsync() is { } last
                && !IsOn(last.Content))
                seenOff = last.StreamHead;
            var results = await store.Append(
            [
                Guarded(Sample.Commit(own, ExpectedVersion.Any, number, note: On), new Guard(seenOff, IsStillOff)),
                Sample.Commit(new(own.Category, own.Township, own.Id + "-neighbour"), ExpectedVersion.Exactly(round), number),
            ]);
            Assert.IsType<AppendResult.Committed>(results[1]);
            if (results[0] is AppendResult.GuardBroken broken) refusals.Add(broken.Actual);
            else
            {
                Assert.IsType<AppendResult.Committed>(results[0]);
                Assert.IsType<AppendResult.Committed>(
                    Assert.Single(await store.Append([Sample.Commit(own, ExpectedVersion.Any, number + 1, note: Off)])));
            }
        }

        return refusals;

        bool IsStillOff(IReadOnlyList<CommitContent> commits)
        {
            asked();
            return !IsOn(commits[^1]);
        }
    }

    static bool IsOn(CommitContent content) => content.Events.ToString().Contains(On, StringComparison.Ordinal);
}
