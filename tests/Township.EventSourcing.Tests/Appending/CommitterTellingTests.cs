using Microsoft.Extensions.Logging.Abstractions;

namespace Township.EventSourcing.Tests;

/// <summary>What the committer tells others, and on which thread it appends.</summary>
public sealed class CommitterTellingTests : IAsyncDisposable
{
    readonly MemoryEventStore _memory = new();
    readonly FaultyStore _store;
    readonly GroupCommitter _committer;

    public CommitterTellingTests()
    {
        _store = new(_memory);
        _committer = Committer(_store);
    }

    public ValueTask DisposeAsync() => _committer.DisposeAsync();

    [Fact]
    public async Task What_was_stored_is_told_with_its_categories()
    {
        await Append(Commits.Any("1"));
        await _memory.Append([Commits.Any("elsewhere")]);
        (await Append(Commits.New(Bank.A, ExpectedVersion.Exactly(7)))).Should().BeOfType<AppendResult.Conflict>();
        var last = (AppendResult.Committed)await Append(Commits.Any("2"));

        var stored = _committer.Stored;
        stored.Position.Should().Be(3);
        stored.Known!.Position.Should().Be(1, "what another process wrote lies in between");
        stored.IsOnlyGapAfter(1, ["hearing"]).Should().BeTrue();
        stored.IsOnlyGapAfter(1, ["test"]).Should().BeFalse();
        stored.Raise(new LogStretch(1, new(2, last.Hash), ["test"])).Should().BeTrue();
        stored.Known.Should().Be(new LogMark(3, last.Hash));
    }

    [Fact]
    public async Task After_a_failed_attempt_nothing_is_known_of_what_was_stored_before()
    {
        await Append(Commits.Any("1"));
        _store.Next(Fault.LostAcknowledgement);
        await Append(Commits.Any("2"));
        _committer.Stored.Known.Should().BeNull("the commit was found, not stored, and what is before it may be another's");
        await Append(Commits.Any("3"));
        _committer.Stored.QuietAfter(0, ["hearing"]).Should().BeNull();
        _committer.Stored.QuietAfter(2, ["hearing"]).Should().Be(3);
    }

    [Fact]
    public async Task It_appends_on_a_thread_of_its_own()
    {
        var store = new ThreadNotingStore(_memory);
        await using var committer = Committer(store);
        (await committer.Append(await committer.Admit(), Commits.Any("1"))).Should().BeOfType<AppendResult.Committed>();
        store.Thread.Should().Be("township-committer");
    }

    async Task<AppendResult> Append(Commit commit) => await _committer.Append(await _committer.Admit(), commit);

    static GroupCommitter Committer(IEventStore store) => new(store, new() { RetryDelay = TimeSpan.FromMilliseconds(1) }, new ImpatientClock(), NullLogger<GroupCommitter>.Instance);

    sealed class ThreadNotingStore(MemoryEventStore inner) : IEventStore
    {
        public string? Thread { get; private set; }

        public Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default)
        {
            Thread = System.Threading.Thread.CurrentThread.Name;
            return inner.Append(batch, cancellationToken);
        }

        public IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default) => inner.ReadStream(stream, range, cancellationToken);

        public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) => inner.ReadAll(afterPosition, cancellationToken);

        public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) => inner.FindCommand(stream, commandId, cancellationToken);

        public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) => inner.ReadHead(stream, cancellationToken);

        public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => inner.ReadHistory(cancellationToken);

        public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) => inner.ReadLogHead(cancellationToken);

        public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) => inner.ListStreams(category, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
