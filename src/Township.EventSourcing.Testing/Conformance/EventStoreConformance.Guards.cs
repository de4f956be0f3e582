using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    static readonly StreamId C = Sample.Stream("c");

    static readonly StreamHead NoB = new(B, 0, CommitHash.Zero);

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_commit_is_stored_while_the_guarded_stream_stands_where_its_writer_saw_it(bool afterRestart)
    {
        var reason = new Reason(holds: false);
        var before = Sample.Commit(B, ExpectedVersion.None, 1, events: 3);
        await Append(before);
        if (afterRestart) await Reopen();
        var guarded = Guarded(Sample.Commit(A, ExpectedVersion.None, 2), reason.At(HeadAfter(before)));
        var expected = Recorded(before, guarded);
        Assert.Equal(Committed(expected[1]), await AppendOne(guarded));
        Assert.Equal(expected, await All());
        reason.WasAskedAbout();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_followed_in_the_guarded_stream_is_judged_whole_and_oldest_first(bool afterRestart)
    {
        var reason = new Reason(holds: true);
        var moving = Sample.Commits(B, 4).ToArray();
        await Append(moving[..3]);
        if (afterRestart) await Reopen();
        var guarded = Guarded(Sample.Commit(A, ExpectedVersion.None, 9), reason.At(HeadAfter(moving[0])));
        var expected = Recorded([.. moving[..3], guarded, moving[3]]);
        Assert.Equal(expected[3..].Select(Committed), await Append(guarded, moving[3]));
        Assert.Equal(expected, await All());
        reason.WasAskedAbout(moving[1..3]);
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task What_the_same_batch_has_appended_to_the_guarded_stream_is_judged_too(int seen)
    {
        var reason = new Reason(holds: true);
        var moving = Sample.Commits(B, 5).ToArray();
        await Append(moving[..2]);
        var guarded = Guarded(Sample.Commit(A, ExpectedVersion.None, 9), reason.At(HeadAfter(moving[..seen])));
        var expected = Recorded([.. moving[..4], guarded, moving[4]]);
        Assert.Equal(expected[2..].Select(Committed), await Append(moving[2], moving[3], guarded, moving[4]));
        Assert.Equal(expected, await All());
        reason.WasAskedAbout(moving[seen..4]);
    }

    [Fact]
    public async Task What_the_same_batch_could_not_append_to_the_guarded_stream_is_not_judged()
    {
        var reason = new Reason(holds: false);
        var (before, stale) = (Sample.Commit(B, ExpectedVersion.None, 1), Sample.Commit(B, ExpectedVersion.None, 2));
        var head = Recorded(before)[0];
        await Append(before);
        var refused = Guarded(Sample.Commit(B, ExpectedVersion.Any, 3), new Guard(new(C, 5, CommitHash.Zero)));
        var guarded = Guarded(Sample.Commit(A, ExpectedVersion.None, 4), reason.At(head.StreamHead));
        Assert.Equal(
            [
                new AppendResult.Duplicate(head), new AppendResult.Conflict(ExpectedVersion.None, 1),
                new AppendResult.GuardBroken(new(C, 0, CommitHash.Zero)), Committed(Recorded(before, guarded)[1]),
            ],
            await Append(before, stale, refused, guarded));
        reason.WasAskedAbout();
    }

    [Fact]
    public async Task However_much_has_followed_is_judged()
    {
        var reason = new Reason(holds: true);
        var moving = Sample.Commits(B, Long).ToArray();
        await Append(moving);
        Assert.IsType<AppendResult.Committed>(
            await AppendOne(Guarded(Sample.Commit(A, ExpectedVersion.None, 9), reason.At(HeadAfter(moving[0])))));
        reason.WasAskedAbout(moving[1..]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_commit_whose_guard_does_not_hold_writes_nothing_and_its_neighbours_are_stored(bool inSameBatch)
    {
        var reason = new Reason(holds: false);
        var moving = Sample.Commits(B, 2).ToArray();
        await Append(inSameBatch ? moving[..1] : moving);
        var head = HeadAfter(moving[0]);
        Commit[] batch =
        [
            Sample.Commit(C, ExpectedVersion.None, 3), .. inSameBatch ? moving[1..] : [],
            Guarded(Sample.Commit(A, ExpectedVersion.None, 4), reason.At(head)),
            Guarded(Sample.Commit(A, ExpectedVersion.None, 5), new Guard(head)),
            Guarded(Sample.Commit(C, ExpectedVersion.Exactly(1), 6), new Guard(HeadAfter(moving))),
        ];
        var expected = Recorded(inSameBatch ? [moving[0], batch[0], moving[1], batch[^1]] : [.. moving, batch[0], batch[^1]]);
        var broken = new AppendResult.GuardBroken(HeadAfter(moving));
        Assert.Equal(
            inSameBatch
                ? [Committed(expected[1]), Committed(expected[2]), broken, broken, Committed(expected[3])]
                : [Committed(expected[2]), broken, broken, Committed(expected[3])],
            await Append(batch));
        Assert.Equal(expected, await All());
        Assert.Equal([B, C], (await Collected(Store.ListStreams())).Select(h => h.Stream));
        reason.WasAskedAbout(moving[1..]);
    }

    [Fact]
    public async Task A_stream_may_be_guarded_that_does_not_exist()
    {
        var reason = new Reason(holds: true);
        var (guarded, made) = (
            Guarded(Sample.Commit(A, ExpectedVersion.None, 1), new Guard(NoB)), Sample.Commit(B, ExpectedVersion.None, 2, events: 2));
        Assert.Equal(Committed(Recorded(guarded)[0]), await AppendOne(guarded));
        Assert.Equal([A], (await Collected(Store.ListStreams())).Select(h => h.Stream));

        var broken = new AppendResult.GuardBroken(HeadAfter(made));
        Assert.Equal(
            [Committed(Recorded(guarded, made)[1]), broken],
            await Append(made, Guarded(Sample.Commit(A, ExpectedVersion.Any, 3), new Guard(NoB))));
        Assert.Equal(broken, await AppendOne(Guarded(Sample.Commit(A, ExpectedVersion.Any, 4), new Guard(NoB))));
        Assert.IsType<AppendResult.Committed>(await AppendOne(Guarded(Sample.Commit(A, ExpectedVersion.Any, 5), reason.At(NoB))));
        reason.WasAskedAbout([made]);
    }

    // Happens after a fail-over to a server that had not received everything.
    [Theory, InlineData(5), InlineData(4), InlineData(3), InlineData(1), InlineData(0), InlineData(3, true), InlineData(0, true)]
    public async Task A_history_that_is_not_the_one_that_the_writer_saw_is_not_judged(long version, bool hasOtherVersionsHash = false)
    {
        var reason = new Reason(holds: true);
        Commit[] commits = [Sample.Commit(B, ExpectedVersion.None, 1), Sample.Commit(B, ExpectedVersion.Any, 2, events: 3)];
        await Append(commits);
        var other = new StreamHead(
            B, version, HeadAfter(hasOtherVersionsHash ? commits[0] : Sample.Commit(C, ExpectedVersion.None, 3)).Hash);
        var guarded = Guarded(Sample.Commit(A, ExpectedVersion.None, 4), reason.At(other));
        Assert.Equal(new AppendResult.GuardBroken(HeadAfter(commits)), await AppendOne(guarded));
        await Reopen();
        Assert.Equal(new AppendResult.GuardBroken(HeadAfter(commits)), await AppendOne(guarded));
        Assert.Equal(Recorded(commits), await All());
        reason.WasAskedAbout();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Of_two_commits_that_break_each_others_guards_the_first_is_stored(bool theyDoNot)
    {
        Commit[] before = [Sample.Commit(A, ExpectedVersion.None, 1), Sample.Commit(B, ExpectedVersion.None, 2)];
        await Append(before);
        var reason = new Reason(theyDoNot);
        Commit[] batch =
        [
            Guarded(Sample.Commit(A, ExpectedVersion.Exactly(1), 3), reason.At(HeadAfter(before[1]))),
            Guarded(Sample.Commit(B, ExpectedVersion.Exactly(1), 4), reason.At(HeadAfter(before[0]))),
        ];
        var expected = Recorded([.. before, .. theyDoNot ? batch : batch[..1]]);
        Assert.Equal(
            [Committed(expected[2]), theyDoNot ? Committed(expected[3]) : new AppendResult.GuardBroken(expected[2].StreamHead)],
            await Append(batch));
        Assert.Equal(expected, await All());
        reason.WasAskedAbout([batch[0]]);
    }

    [Fact]
    public async Task A_repeated_command_and_a_stale_one_are_told_before_a_broken_guard()
    {
        var reused = Sample.Commit(A, ExpectedVersion.Any, 1, note: "存入 2 元");
        Commit[] batch = [Guarded(Sample.Commit(A, ExpectedVersion.None, 1), new Guard(NoB)), Sample.Commit(B, ExpectedVersion.None, 2)];
        var stored = Recorded(batch);
        Assert.Equal([.. stored.Select(Committed), new AppendResult.Duplicate(stored[0])], await Append([.. batch, batch[0]]));
        // Happens when a batch is appended again because its answer was lost.
        Assert.Equal(stored.Select(r => new AppendResult.Duplicate(r)), await Append(batch));
        Assert.Equal(
            [new AppendResult.IdReused(stored[0]), new AppendResult.Conflict(ExpectedVersion.None, 1)],
            await Append(Guarded(reused, new Guard(NoB)), Guarded(Sample.Commit(A, ExpectedVersion.None, 3), new Guard(NoB))));
        Assert.Equal(stored, await All());
    }

    [Fact]
    public async Task The_first_of_several_guards_that_does_not_hold_is_told()
    {
        Commit[] before = [Sample.Commit(B, ExpectedVersion.None, 1), Sample.Commit(C, ExpectedVersion.None, 2)];
        await Append(before);
        var (b, c, noC) = (HeadAfter(before[0]), HeadAfter(before[1]), new StreamHead(C, 0, CommitHash.Zero));
        Assert.Equal(
            [Committed(Recorded([.. before, Sample.Commit(A, ExpectedVersion.None, 3)])[2]), new AppendResult.GuardBroken(c), new AppendResult.GuardBroken(b),
                new AppendResult.GuardBroken(c)],
            await Append(
                Guarded(Sample.Commit(A, ExpectedVersion.None, 3), new Guard(b), new Guard(c)),
                Guarded(Sample.Commit(A, ExpectedVersion.Any, 4), new Guard(b), new Guard(noC)),
                Guarded(Sample.Commit(A, ExpectedVersion.Any, 5), new Guard(NoB), new Guard(noC)),
                Guarded(Sample.Commit(A, ExpectedVersion.Any, 6), new Guard(noC), new Guard(NoB))));
    }

    [Fact]
    public async Task One_stream_is_guarded_by_many_commits_of_a_batch_as_each_has_seen_it()
    {
        var moving = Sample.Commits(B, 2).ToArray();
        await Append(moving);
        // A writer that has not read the stream.
        await Reopen();
        var reason = new Reason(holds: true);
        Commit[] batch = [
            .. Enumerable.Range(0, 300).Select(n => Guarded(Sample.Commit(Sample.Stream($"s-{n}"), ExpectedVersion.None, n), Of(n)))];
        var results = await Append(batch);
        var stored = batch.Where((_, n) => n % 3 != 2).ToArray();
        Assert.Equal(Recorded([.. moving, .. stored]), await All());
        Assert.Equal(batch.Select((_, n) => n % 3 == 2), results.Select(r => r == new AppendResult.GuardBroken(HeadAfter(moving))));
        reason.WasAskedAbout([.. Enumerable.Repeat(moving[1..], 100)]);

        Guard Of(int number) => (number % 3) switch
        {
            0 => new(HeadAfter(moving)),
            1 => reason.At(HeadAfter(moving[0])),
            _ => new(HeadAfter(moving[0])),
        };
    }

    static Commit Guarded(Commit commit, params Guard[] guards) => commit with { Guards = guards };

    static StreamHead HeadAfter(params Commit[] commits) => Recorded(commits)[^1].StreamHead;

    /// <summary>A guard's condition with a fixed result, which records the commits that it was asked about.</summary>
    sealed class Reason(bool holds)
    {
        readonly List<IReadOnlyList<CommitContent>> _asked = [];

        public Guard At(StreamHead head) => new(head, commits =>
        {
            _asked.Add(commits);
            return holds;
        });

        public void WasAskedAbout(params Commit[][] expected) =>
            Assert.Equal(
                [.. expected.Select(commits => commits.Select(c => c.Content).ToArray())],
                _asked.Select(commits => commits.ToArray()).ToArray());
    }
}
