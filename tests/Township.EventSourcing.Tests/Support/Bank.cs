using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>A process with a store, a committer and sessions on accounts; sessions run on one scheduler, as grains do.</summary>
sealed class Bank : IAsyncDisposable, IFactReader
{
    public static readonly Caller Clerk = new(new("c-001", "huimin", ["clerk"]), "request-1");
    public static readonly StreamId A = new("account", "huimin", "a");
    public static readonly StreamId B = new("account", "huimin", "b");
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    readonly TaskScheduler _scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;

    public Bank(MemoryEventStore? memory = null, Action<GroupCommitOptions>? committing = null, ISnapshotStore? snapshots = null, SessionOptions? options = null, string code = "1", TimeProvider? waiting = null)
    {
        Memory = memory ?? new();
        Store = new(Memory);
        var committer = new GroupCommitOptions { RetryDelay = TimeSpan.Zero, Retries = 2 };
        committing?.Invoke(committer);
        Committer = new(Store, committer, waiting ?? Clock, NullLogger<GroupCommitter>.Instance);
        Services = new(Store, Committer, snapshots ?? NoSnapshots.Instance, this, new(Clock, "cal-2026", code), options ?? new(), NullLogger.Instance, [Type]);
    }

    public static AccountType Type => AccountType.Instance;

    public MemoryEventStore Memory { get; }

    public FaultyStore Store { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public GroupCommitter Committer { get; }

    public SessionServices Services { get; }

    /// <summary>Runs a test's steps as a grain would: interleaved, never in parallel.</summary>
    public Task Run(Func<Task> steps) => Task.Factory.StartNew(steps, CancellationToken.None, TaskCreationOptions.None, _scheduler).Unwrap();

    public Task<T> Run<T>(Func<Task<T>> steps) => Task.Factory.StartNew(steps, CancellationToken.None, TaskCreationOptions.None, _scheduler).Unwrap();

    public AccountSession NewSession(StreamId? stream = null) => new(Type, stream ?? A, Services);

    public async Task<AccountSession> Session(StreamId? stream = null)
    {
        var session = NewSession(stream);
        await session.Load();
        return session;
    }

    /// <summary>The stored commits of a stream.</summary>
    public async Task<List<RecordedCommit>> History(StreamId? stream = null) => await Memory.ReadStream(stream ?? A, StreamRange.All).ToListAsync();

    /// <summary>The stored events of a stream.</summary>
    public async Task<List<AccountEvent>> Events(StreamId? stream = null) =>
        [.. (await History(stream)).SelectMany(c => c.Events).Select(Type.Events.Deserialize)];

    public async Task<StreamFacts> Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken = default) =>
        (await Session(stream)).FactsOf(wanted);

    public ValueTask DisposeAsync()
    {
        Store.ReleaseAll();
        return Committer.DisposeAsync();
    }
}
