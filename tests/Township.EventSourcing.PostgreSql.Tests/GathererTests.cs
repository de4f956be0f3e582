namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>Many ask for heads at once; few round trips answer them.</summary>
public sealed class GathererTests : IDisposable
{
    static readonly StreamId[] Streams = [.. Enumerable.Range(1, 300).Select(n => Sample.Stream($"s-{n}"))];

    readonly List<Reading> _readings = [];
    readonly SemaphoreSlim _begun = new(0);
    readonly Gatherer<StreamId, StreamHead?> _gatherer;

    public GathererTests() => _gatherer = new(streams =>
    {
        var reading = new Reading(streams);
        lock (_readings) _readings.Add(reading);
        _begun.Release();
        return reading.Answer.Task;
    });

    [Fact]
    public async Task Who_asks_alone_is_not_kept_waiting_and_those_who_ask_meanwhile_are_answered_together()
    {
        var alone = Ask(0);
        await Begun(1);
        var second = Ask(1);
        await Begun(1);
        var gathered = Enumerable.Range(2, 298).Select(Ask).ToList();
        _readings.Select(r => r.Streams.Count).Should().Equal(1, 1);

        _readings[0].Succeed();
        await Begun(1);
        _readings[1].Succeed();
        await Begun(1);
        _readings.Select(r => r.Streams.Count).Should().Equal(1, 1, 256, 42);
        _readings[2].Succeed();
        _readings[3].Succeed();
        (await Task.WhenAll([alone, second, .. gathered])).Should().Equal(Streams.Select(HeadOf));
    }

    [Fact]
    public async Task What_cannot_be_answered_is_told_to_whoever_asked_for_it()
    {
        var asked = await ThreeGathered();
        _readings[2].Answer.SetResult([HeadOf(Streams[2]), null, HeadOf(Streams[4])]);
        (await asked[0]).Should().Be(HeadOf(Streams[2]));
        (await asked[1]).Should().BeNull();
        (await asked[2]).Should().Be(HeadOf(Streams[4]));
    }

    [Fact]
    public async Task A_read_that_fails_is_everybodys_error_and_the_next_one_works()
    {
        var asked = await ThreeGathered();
        _readings[2].Answer.SetException(new StoreUnavailableException("gone"));
        foreach (var each in asked) await each.Awaiting(a => a).Should().ThrowAsync<StoreUnavailableException>().WithMessage("gone");
        var next = Ask(5);
        await Begun(1);
        _readings[3].Succeed();
        (await next).Should().Be(HeadOf(Streams[5]));
    }

    [Fact]
    public async Task Who_gives_up_takes_nobody_along()
    {
        using var patience = new CancellationTokenSource();
        var impatient = _gatherer.Ask(Streams[0], patience.Token);
        await Begun(1);
        await patience.CancelAsync();
        await impatient.Awaiting(a => a).Should().ThrowAsync<OperationCanceledException>();
        var other = Ask(1);
        await Begun(1);
        _readings[0].Succeed();
        _readings[1].Succeed();
        (await other).Should().Be(HeadOf(Streams[1]));
    }

    [Fact]
    public async Task The_heads_of_a_database_are_told_one_by_one()
    {
        await using var database = await StoreDatabase.Create();
        await database.Fill([.. Enumerable.Range(0, 40).Select(n => Sample.Commit(Sample.Stream($"s-{n}"), ExpectedVersion.None, n))]);
        await database.Forge("ALTER TABLE township.commits DROP CONSTRAINT commits_shape; UPDATE township.commits SET hash = 'short' WHERE position = 8");
        await using var reader = await database.OpenReader();

        var asked = Enumerable.Range(0, 50).Select(n => reader.ReadHead(Sample.Stream($"s-{n}"))).ToList();
        for (var n = 0; n < asked.Count; n++)
        {
            if (n == 7) await asked[n].Awaiting(a => a).Should().ThrowAsync<StoreCorruptException>();
            else (await asked[n]).Version.Should().Be(n < 40 ? 1 : 0);
        }
    }

    public void Dispose() => _begun.Dispose();

    // Two reads are under way, which others asked for.
    async Task<Task<StreamHead?>[]> ThreeGathered()
    {
        _ = Ask(0);
        await Begun(1);
        _ = Ask(1);
        await Begun(1);
        Task<StreamHead?>[] asked = [Ask(2), Ask(3), Ask(4)];
        _readings[0].Succeed();
        await Begun(1);
        return asked;
    }

    Task<StreamHead?> Ask(int number) => _gatherer.Ask(Streams[number], CancellationToken.None);

    async Task Begun(int reads)
    {
        for (var i = 0; i < reads; i++) (await _begun.WaitAsync(TimeSpan.FromMinutes(1))).Should().BeTrue();
    }

    static StreamHead HeadOf(StreamId stream) => new(stream, stream.Id.Length, CommitHash.Zero);

    sealed record Reading(IReadOnlyList<StreamId> Streams)
    {
        public TaskCompletionSource<IReadOnlyList<StreamHead?>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Succeed() => Answer.SetResult([.. Streams.Select(HeadOf)]);
    }
}
