using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Township.EventSourcing.Testing;

/// <summary>
/// A test of deadlines on an SQL checkpoint store. Derive from <see cref="DeadlineConformance"/> in a test project and open the checkpoint
/// store; every test gets an instance of the class, and so an empty checkpoint store, of its own.
/// </summary>
public abstract class DeadlineTests : IAsyncLifetime
{
    /// <summary>The time at which every test begins.</summary>
    protected static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    static readonly Caller Clerk = new(new("c-001", "huimin", ["office"]), "request-1");

    readonly DeadlineProjection _deadlines = new([Errand.Type]);
    SubscriptionWorker _rows = null!;

    /// <summary>The event store.</summary>
    protected MemoryEventStore Store { get; } = new();

    /// <summary>The checkpoint store, which fails on demand.</summary>
    protected FaultyCheckpointStore<DbTransaction> Checkpoints { get; private set; } = null!;

    /// <summary>The clock of the dispatcher and the aggregates.</summary>
    protected MovableClock Clock { get; } = new(Start);

    /// <summary>The clock of the aggregates; null when it is <see cref="Clock"/>.</summary>
    protected MovableClock? AggregateClock { get; set; }

    /// <summary>Delivers the commands.</summary>
    protected ErrandSender Sender { get; private set; } = null!;

    /// <summary>The settings for sending commands.</summary>
    protected DeadlineOptions Options { get; } = new() { BatchSize = 4, Concurrency = 4 };

    /// <summary>Opens the checkpoint store of this test: first an empty one, later the same data.</summary>
    protected abstract Task<ICheckpointStore<DbTransaction>> Open();

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync()
    {
        Checkpoints = new(await Open());
        await Checkpoints.Prepare();
        Sender = new(Store, new Deferred(() => AggregateClock ?? Clock));
        _rows = await TakeRows("first");
    }

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        await Sender.DisposeAsync();
        await Checkpoints.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Returns the stream of an errand.</summary>
    protected static StreamId StreamOf(string id) => new("errand", "huimin", id);

    /// <summary>Sends a command as a person; it must be accepted.</summary>
    protected async Task Ask(string id, ErrandCommand command) =>
        Assert.Equal(
            OutcomeKind.Accepted, (await Sender.Execute(StreamOf(id), command with { CommandId = Guid.CreateVersion7() }, Clerk)).Kind);

    /// <summary>Plans an errand as a person, due the given number of seconds after <see cref="Start"/>.</summary>
    protected Task Plan(string id, string name, double seconds) => Ask(id, new ErrandCommand.Plan(name, Start.AddSeconds(seconds)));

    /// <summary>Returns a new owner of the rows; the previous one is fenced off.</summary>
    protected async Task<SubscriptionWorker> TakeRows(string owner)
    {
        _rows = new(
            Subscription.Of(_deadlines, Checkpoints), Store, new() { Retries = 1, RetryDelay = TimeSpan.Zero }, TimeProvider.System,
            NullLogger.Instance);
        await _rows.Take(owner);
        return _rows;
    }

    /// <summary>Brings the rows up to date.</summary>
    protected async Task Project()
    {
        for (var steps = 0; await _rows.Work(); steps++) Assert.True(steps < 10_000, "The rows never come to rest.");
    }

    /// <summary>Returns a dispatcher for the owner of the rows, which brings the rows up to date itself.</summary>
    protected DeadlineWorker Dispatcher(Func<Task>? caughtUp = null) => new(
        _rows.Lease, Checkpoints, _deadlines, Store, Sender, (_, _) => (caughtUp ?? Project)(), Options, Clock, NullLogger.Instance);

    /// <summary>Sends all that is due.</summary>
    /// <returns>The next due time.</returns>
    protected async Task<DateTimeOffset> Dispatch(DeadlineWorker? dispatcher = null)
    {
        dispatcher ??= Dispatcher();
        for (var steps = 0; steps < 1000; steps++)
            if (await dispatcher.Work() is { } next && next > Clock.GetUtcNow()) return next;
        throw new InvalidOperationException("The dispatcher always finds more to send.");
    }

    /// <summary>Returns what was marked, in the order of the store: <c>stream.name</c>.</summary>
    protected async Task<List<string>> Marked()
    {
        var (marked, events) = (new List<string>(), Errand.Type.Events);
        await foreach (var commit in Store.ReadAll())
            marked.AddRange(
                commit.Events.Select(events.Deserialize).OfType<ErrandEvent.Marked>().Select(m => $"{commit.Stream.Id}.{m.Name}"));
        return marked;
    }

    /// <summary>Returns the rows that queries see, by stream and name.</summary>
    protected async Task<IReadOnlyList<DeadlineRow>> Rows()
    {
        var rows = new List<DeadlineRow>();
        await Checkpoints.Change(DeadlineProjection.Table, async (transaction, record) =>
        {
            foreach (var state in Enum.GetValues<DeadlineState>())
                rows.AddRange(await DeadlineQueries.List(transaction.Connection!, transaction, new(state)).ToListAsync());
            return record;
        });
        return [.. rows.OrderBy(r => r.Stream.ToString(), StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    sealed class Deferred(Func<TimeProvider> clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock().GetUtcNow();
    }
}

/// <summary>A clock that stands still until it is moved, forwards or backwards.</summary>
public sealed class MovableClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>The current time.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;
}
