using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>Looking at a store that others write to, and what the meter says.</summary>
public sealed class WatchingTests
{
    [Fact]
    public async Task Looks_become_rare_while_nothing_happens()
    {
        var clock = new ImpatientClock();
        var reader = new CountingReader(until: 20);
        await using (new LogWatcher(reader, new(), new(), clock, NullLogger<LogWatcher>.Instance)) await reader.Done;
        clock.Waits.Take(6).Select(w => w.TotalMilliseconds).Should().Equal(40, 40, 40, 40, 40, 40);
    }

    [Fact]
    public async Task Looks_become_frequent_after_news()
    {
        var clock = new ImpatientClock();
        var reader = new CountingReader(until: 20, newsAt: 10);
        await using (new LogWatcher(reader, new(), new(), clock, NullLogger<LogWatcher>.Instance)) await reader.Done;
        clock.Waits.Skip(8).Take(4).Select(w => w.TotalMilliseconds).Should().Equal(40, 20, 40, 40);
    }

    [Fact]
    public async Task With_a_single_writer_one_look_is_enough()
    {
        var clock = new ImpatientClock();
        var (reader, signal) = (new CountingReader(until: 1, newsAt: 1), new CommitSignal());
        await using (new LogWatcher(reader, signal, new() { PollInterval = Timeout.InfiniteTimeSpan }, clock, NullLogger<LogWatcher>.Instance)) await signal.Beyond(0);
        (reader.Looks, clock.Waits.Count).Should().Be((1, 0));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_looked_at_again()
    {
        var signal = new CommitSignal();
        var reader = new CountingReader(until: 20, newsAt: 10) { FailsUntil = 9 };
        await using (new LogWatcher(reader, signal, new(), new ImpatientClock(), NullLogger<LogWatcher>.Instance)) await signal.Beyond(0);
        reader.Looks.Should().BeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task What_others_write_is_told_with_what_it_is_about()
    {
        var (clock, signal) = (new ImpatientClock(), new CommitSignal());
        var store = new SharedLog(Mark(3), new(2, Mark(3), ["pledge"]), new(3, Mark(9), ["hearing"]));
        await using (new LogWatcher(store, signal, new(), clock, NullLogger<LogWatcher>.Instance)) await store.Done;
        store.Asked.Should().Equal(2, 3);
        signal.Known.Should().Be(Mark(9));
        signal.QuietAfter(2, ["pledge"]).Should().BeNull();
        signal.QuietAfter(3, ["pledge"]).Should().Be(9);
        signal.QuietAfter(3, ["hearing"]).Should().BeNull();
    }

    [Fact]
    public async Task After_a_long_absence_only_what_comes_from_then_on_is_known()
    {
        var (clock, signal) = (new ImpatientClock(), new CommitSignal());
        var store = new SharedLog(Mark(3), new(2, Mark(3), ["pledge"]), new(29_999, Mark(30_000), ["pledge"]));
        await using (new LogWatcher(store, signal, new(), clock, NullLogger<LogWatcher>.Instance)) await store.Done;
        store.Asked.Should().Equal(2, 29_999);
        signal.QuietAfter(3, ["hearing"]).Should().BeNull();
        signal.QuietAfter(29_999, ["hearing"]).Should().Be(30_000);
    }

    [Fact]
    public async Task What_was_known_of_another_history_is_not_continued()
    {
        var (clock, signal) = (new ImpatientClock(), new CommitSignal());
        signal.Raise(new LogStretch(0, Mark(5), ["pledge"]));
        var store = new SharedLog(Mark(9), new LogStretch(8, Mark(9), ["pledge"])) { Other = CommitHash.Zero };
        await using (new LogWatcher(store, signal, new(), clock, NullLogger<LogWatcher>.Instance)) await store.Done;
        store.Asked.Should().Equal(5, 8);
        signal.QuietAfter(0, ["hearing"]).Should().BeNull();
        signal.QuietAfter(8, ["hearing"]).Should().Be(9);
    }

    [Fact]
    public async Task The_bell_rings_for_everybody_who_waits_for_less()
    {
        var signal = new CommitSignal();
        var (near, far) = (signal.Beyond(4), signal.Beyond(5));
        signal.Raise(5);
        signal.Raise(3);
        await near;
        far.IsCompleted.Should().BeFalse();
        signal.Position.Should().Be(5);
        signal.Raise(6);
        await far;
    }

    [Fact]
    public async Task The_meter_tells_commits_and_age_of_what_is_not_handled()
    {
        await using var room = new Newsroom("metered");
        room.Tally.Before = position => position == 2 ? throw new InvalidOperationException("poison") : Task.CompletedTask;
        await using var runner = room.Start();
        await runner.Reached(0);
        await room.Commit("a", "b", "c");
        await FluentActions.Awaiting(() => runner.Reached(2)).Should().ThrowAsync<SubscriptionStoppedException>();
        room.Clock.Advance((await room.Reader.ReadAll(1).FirstAsync()).DecidedAt.AddMinutes(3) - room.Clock.GetUtcNow());
        Measured("township.subscription.lag").Should().Be(2);
        Measured("township.subscription.delay").Should().Be(180);
        Measured("township.subscription.stopped").Should().Be(1);
    }

    [Fact]
    public void Derived_ids_follow_from_reaction_commit_and_number()
    {
        var (first, second) = (Recorded("a"), Recorded("b"));
        var id = DerivedIds.Of("remind", first);
        id.Should().Be(DerivedIds.Of("remind", first)).And.Be(Guid.Parse(KnownId));
        new[] { id, DerivedIds.Of("remind", second), DerivedIds.Of("remind", first, 1), DerivedIds.Of("warn", first) }.Should().OnlyHaveUniqueItems();
        (id.Version, id.Variant & 0xC).Should().Be((8, 8));
    }

    // Ids of commands that are in somebody's history: they must never change.
    const string KnownId = "72469262-d016-8b28-8f84-30dc10d4c7f6";

    static RecordedCommit Recorded(string stream) => RecordedCommit.Following(new(0, CommitHash.Zero), new(Sample.Stream(stream), 0, CommitHash.Zero), Sample.Commit(Sample.Stream(stream), ExpectedVersion.Any, 1).Content);

    static double Measured(string instrument)
    {
        var measured = new List<double>();
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Name == instrument) l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Note(value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => Note(value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Note(value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        return measured.Should().ContainSingle().Subject;

        void Note(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            // Other tests of this process run subscriptions at the same time.
            foreach (var tag in tags)
                if (tag is { Key: "subscription", Value: "metered" }) measured.Add(value);
        }
    }

    static LogMark Mark(long position) => new(position, new(SHA256.HashData(BitConverter.GetBytes(position))));

    /// <summary>A store that tells one piece of news after the other.</summary>
    sealed class SharedLog(LogMark head, params LogStretch[] news) : ISharedLogReader
    {
        readonly CommitHash? _history;

        public CommitHash? Other { init => _history = value; }

        readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int _told;

        public List<long> Asked { get; } = [];

        public Task Done => _done.Task;

        public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default)
        {
            if (_told == news.Length) _done.TrySetResult();
            return Task.FromResult(new LogHead(_told == 0 ? head.Position : news[Math.Min(_told, news.Length - 1)].Last.Position, CommitHash.Zero));
        }

        public Task<LogStretch?> ReadNews(long afterPosition, CommitHash? afterHash = null, CancellationToken cancellationToken = default)
        {
            Asked.Add(afterPosition);
            return Task.FromResult(afterHash is null || afterHash.Equals(_history ?? Mark(afterPosition).Hash) ? news[_told++] : null);
        }

        public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>A store in which nothing happens, or one thing, and that counts how often it is looked at.</summary>
    sealed class CountingReader(int until, int newsAt = int.MaxValue) : IEventReader
    {
        readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int _looks;

        public int Looks => _looks;

        public int FailsUntil { get; init; }

        public Task Done => _done.Task;

        public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default)
        {
            var look = Interlocked.Increment(ref _looks);
            if (look >= until) _done.TrySetResult();
            return look <= FailsUntil ? throw new StoreUnavailableException("The store does not answer.") : Task.FromResult(new LogHead(look >= newsAt ? 1 : 0, CommitHash.Zero));
        }

        public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
