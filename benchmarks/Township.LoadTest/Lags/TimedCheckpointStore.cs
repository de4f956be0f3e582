using System.Data.Common;

namespace Township.LoadTest.Lags;

/// <summary>A place that tells when a transaction with rows has been committed.</summary>
sealed class TimedCheckpointStore(ICheckpointStore<DbTransaction> inner, Action committed) : ICheckpointStore<DbTransaction>
{
    public Task Prepare(CancellationToken cancellationToken = default) => inner.Prepare(cancellationToken);

    public Task<IReadOnlyList<SubscriptionRecord>> List(CancellationToken cancellationToken = default) => inner.List(cancellationToken);

    public Task<SubscriptionRecord?> Find(string name, CancellationToken cancellationToken = default) => inner.Find(name, cancellationToken);

    public Task<SubscriptionRecord> Change(string name, Func<SubscriptionRecord, SubscriptionRecord> change, CancellationToken cancellationToken = default) =>
        inner.Change(name, change, cancellationToken);

    public async Task<SubscriptionRecord> Change(string name, Func<DbTransaction, SubscriptionRecord, Task<SubscriptionRecord>> change, CancellationToken cancellationToken = default)
    {
        var record = await inner.Change(name, change, cancellationToken);
        committed();
        return record;
    }

    public Task Publish(DbTransaction transaction, TableNames build, TableNames? former, CancellationToken cancellationToken = default) =>
        inner.Publish(transaction, build, former, cancellationToken);

    public Task Drop(DbTransaction transaction, TableNames build, CancellationToken cancellationToken = default) => inner.Drop(transaction, build, cancellationToken);

    public bool MayPass(Exception error) => inner.MayPass(error);

    // It belongs to the silo.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
