namespace Township.EventSourcing;

/// <summary>
/// Where subscriptions keep their records, beside the rows that they write. Thread-safe, for any number of processes.
/// </summary>
public interface ICheckpointStore : IAsyncDisposable
{
    /// <summary>Creates what the checkpoint store needs. Does nothing when that is there; safe when several processes do it at once.</summary>
    /// <exception cref="StoreUnavailableException">The checkpoint store cannot be reached now.</exception>
    Task Prepare(CancellationToken cancellationToken = default);

    /// <summary>The records of all subscriptions, by name.</summary>
    /// <exception cref="StoreUnavailableException">The checkpoint store cannot be reached now.</exception>
    Task<IReadOnlyList<SubscriptionRecord>> List(CancellationToken cancellationToken = default);

    /// <summary>The record of a subscription, or null.</summary>
    /// <exception cref="StoreUnavailableException">The checkpoint store cannot be reached now.</exception>
    Task<SubscriptionRecord?> Find(string name, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes a record in one transaction that no other one about this subscription overlaps; a missing record is
    /// <see cref="SubscriptionRecord.New"/>. When <paramref name="change"/> throws, nothing is written.
    /// </summary>
    /// <returns>The record as it is stored now.</returns>
    /// <exception cref="StoreUnavailableException">The checkpoint store cannot be reached now; the change may have been stored.</exception>
    Task<SubscriptionRecord> Change(string name, Func<SubscriptionRecord, SubscriptionRecord> change, CancellationToken cancellationToken = default);
}

/// <summary>A checkpoint store whose transactions also change rows.</summary>
/// <typeparam name="TTransaction">What rows are written with: for SQL databases <see cref="System.Data.Common.DbTransaction"/>.</typeparam>
public interface ICheckpointStore<TTransaction> : ICheckpointStore
{
    /// <summary>Like <see cref="ICheckpointStore.Change"/>, with rows written in the same transaction.</summary>
    Task<SubscriptionRecord> Change(
        string name, Func<TTransaction, SubscriptionRecord, Task<SubscriptionRecord>> change, CancellationToken cancellationToken = default);

    /// <summary>Lets queries see a build under the plain names of its tables, and names of the former one that it lacks no more.</summary>
    Task Publish(TTransaction transaction, TableNames build, TableNames? former, CancellationToken cancellationToken = default);

    /// <summary>Removes the tables of a build, as far as there are any.</summary>
    Task Drop(TTransaction transaction, TableNames build, CancellationToken cancellationToken = default);

    /// <summary>Whether an error of the database may pass, so that the same transaction may succeed later.</summary>
    bool MayPass(Exception error);
}
