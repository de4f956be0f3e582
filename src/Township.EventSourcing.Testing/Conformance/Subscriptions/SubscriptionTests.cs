using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Township.EventSourcing.Testing;

/// <summary>
/// A test of a checkpoint store. Derive from <see cref="SubscriptionConformance{TTransaction}"/> in a test project and define how rows are
/// written; every test gets an instance of the class, and so an empty checkpoint store, of its own.
/// </summary>
/// <typeparam name="TTransaction">The transaction with which rows are written.</typeparam>
public abstract class SubscriptionTests<TTransaction> : IAsyncLifetime
{
    int _commands;

    /// <summary>The event store.</summary>
    protected MemoryEventStore Store { get; private set; } = new();

    /// <summary>The checkpoint store, which fails on demand.</summary>
    protected FaultyCheckpointStore<TTransaction> Checkpoints { get; private set; } = null!;

    /// <summary>Opens the checkpoint store of this test: first an empty one; called again, the same data.</summary>
    protected abstract Task<ICheckpointStore<TTransaction>> Open();

    /// <summary>Creates an empty table of texts by key.</summary>
    protected abstract Task CreateTable(TTransaction transaction, string table);

    /// <summary>Returns the text of a key, or null.</summary>
    protected abstract Task<string?> Get(TTransaction transaction, string table, string key);

    /// <summary>Sets the text of a key.</summary>
    protected abstract Task Set(TTransaction transaction, string table, string key, string value);

    /// <summary>Returns what queries see of a table, by key; null when there is no table of that name.</summary>
    protected abstract Task<IReadOnlyDictionary<string, string>?> Query(string table);

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync()
    {
        Checkpoints = new(await Open());
        await Checkpoints.Prepare();
    }

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        await Checkpoints.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts with an empty event store, for tests that run many histories.</summary>
    protected void NewStore() => Store = new();

    /// <summary>Closes the checkpoint store and opens it again.</summary>
    protected async Task Reopen()
    {
        await Checkpoints.DisposeAsync();
        Checkpoints = new(await Open());
    }

    /// <summary>Returns a projection that records every position at which something happened to a stream.</summary>
    protected Tally<TTransaction> NewTally(string name = "tally", int version = 1) => new(name, version, CreateTable, Get, Set);

    /// <summary>Returns a worker that has taken over a projection.</summary>
    protected async Task<SubscriptionWorker> Take(
        IProjection<TTransaction> projection, string owner = "first", IEventReader? store = null, int batch = 500)
    {
        var worker = new SubscriptionWorker(
            Subscription.Of(projection, Checkpoints), store ?? Store,
            new() { MaxBatchCommits = batch, Retries = 2, RetryDelay = TimeSpan.Zero }, TimeProvider.System, NullLogger.Instance);
        await worker.Take(owner);
        return worker;
    }

    /// <summary>Runs a worker until nothing is left to do.</summary>
    protected static async Task Finish(SubscriptionWorker worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        for (var steps = 0; await worker.Work(); steps++) Assert.True(steps < 10_000, "The worker never comes to rest.");
    }

    /// <summary>Appends one commit to each of these streams, in order.</summary>
    protected async Task Append(params string[] streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        foreach (var stream in streams)
            Assert.IsType<AppendResult.Committed>(
                Assert.Single(await Store.Append([Sample.Commit(Sample.Stream(stream), ExpectedVersion.Any, ++_commands)])));
    }

    /// <summary>Returns the rows of one pass over the store, without a subscription.</summary>
    protected async Task<Dictionary<string, string>> OnePass(params long[] without)
    {
        var rows = new Dictionary<string, string>();
        await foreach (var commit in Store.ReadAll())
            if (!without.Contains(commit.Position))
                rows[commit.Stream.Id] = Tally<TTransaction>.Noted(rows.GetValueOrDefault(commit.Stream.Id), commit);
        return rows;
    }

    /// <summary>Asserts that queries see exactly these rows.</summary>
    protected async Task Shows(IReadOnlyDictionary<string, string> rows, string table = "tally") =>
        Assert.Equal(rows.OrderBy(r => r.Key, StringComparer.Ordinal), (await Query(table))?.OrderBy(r => r.Key, StringComparer.Ordinal));

    /// <summary>Returns the record of a subscription.</summary>
    protected async Task<SubscriptionRecord> Record(string name = "tally") => await Checkpoints.Find(name) ?? SubscriptionRecord.New(name);
}
