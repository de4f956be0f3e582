using System.Data.Common;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>Several places on the same rows; each call goes to the next one.</summary>
sealed class TakingTurns(IReadOnlyList<ICheckpointStore<DbTransaction>> places) : ICheckpointStore<DbTransaction>
{
    int _calls;

    ICheckpointStore<DbTransaction> Next => places[(int)((uint)Interlocked.Increment(ref _calls) % places.Count)];

    // All at once, as silos do that start at the same moment.
    public Task Prepare(CancellationToken cancellationToken = default) => Task.WhenAll(places.Select(p => p.Prepare(cancellationToken)));

    public Task<IReadOnlyList<SubscriptionRecord>> List(CancellationToken cancellationToken = default) => Next.List(cancellationToken);

    public Task<SubscriptionRecord?> Find(string name, CancellationToken cancellationToken = default) => Next.Find(name, cancellationToken);

    public Task<SubscriptionRecord> Change(string name, Func<SubscriptionRecord, SubscriptionRecord> change, CancellationToken cancellationToken = default) =>
        Next.Change(name, change, cancellationToken);

    public Task<SubscriptionRecord> Change(string name, Func<DbTransaction, SubscriptionRecord, Task<SubscriptionRecord>> change, CancellationToken cancellationToken = default) =>
        Next.Change(name, change, cancellationToken);

    public Task Publish(DbTransaction transaction, TableNames build, TableNames? former, CancellationToken cancellationToken = default) =>
        Next.Publish(transaction, build, former, cancellationToken);

    public Task Drop(DbTransaction transaction, TableNames build, CancellationToken cancellationToken = default) => Next.Drop(transaction, build, cancellationToken);

    public bool MayPass(Exception error) => Next.MayPass(error);

    public async ValueTask DisposeAsync()
    {
        foreach (var checkpoints in places) await checkpoints.DisposeAsync();
    }
}
