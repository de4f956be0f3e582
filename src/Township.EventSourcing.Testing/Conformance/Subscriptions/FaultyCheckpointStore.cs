namespace Township.EventSourcing.Testing;

/// <summary>The fault of one transaction of a <see cref="FaultyCheckpointStore{TTransaction}"/>.</summary>
public enum CheckpointFault
{
    /// <summary>No fault.</summary>
    None,

    /// <summary>The checkpoint store does not answer; nothing is stored.</summary>
    Before,

    /// <summary>Everything is stored, but the caller gets an error.</summary>
    LostAcknowledgement,
}

/// <summary>A checkpoint store whose transactions fail on demand.</summary>
public sealed class FaultyCheckpointStore<TTransaction>(ICheckpointStore<TTransaction> inner) : ICheckpointStore<TTransaction>
{
    /// <summary>The faults of the next transactions, one each; later ones succeed.</summary>
    public Queue<CheckpointFault> Next { get; } = [];

    /// <inheritdoc />
    public Task Prepare(CancellationToken cancellationToken = default) => inner.Prepare(cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<SubscriptionRecord>> List(CancellationToken cancellationToken = default) => inner.List(cancellationToken);

    /// <inheritdoc />
    public Task<SubscriptionRecord?> Find(string name, CancellationToken cancellationToken = default) =>
        inner.Find(name, cancellationToken);

    /// <inheritdoc />
    public Task<SubscriptionRecord> Change(
        string name, Func<SubscriptionRecord, SubscriptionRecord> change, CancellationToken cancellationToken = default) =>
        Faulty(() => inner.Change(name, change, cancellationToken));

    /// <inheritdoc />
    public Task<SubscriptionRecord> Change(
        string name, Func<TTransaction, SubscriptionRecord, Task<SubscriptionRecord>> change,
        CancellationToken cancellationToken = default) =>
        Faulty(() => inner.Change(name, change, cancellationToken));

    /// <inheritdoc />
    public Task Publish(TTransaction transaction, TableNames build, TableNames? former, CancellationToken cancellationToken = default) =>
        inner.Publish(transaction, build, former, cancellationToken);

    /// <inheritdoc />
    public Task Drop(TTransaction transaction, TableNames build, CancellationToken cancellationToken = default) =>
        inner.Drop(transaction, build, cancellationToken);

    /// <inheritdoc />
    public bool MayPass(Exception error) => inner.MayPass(error);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    async Task<SubscriptionRecord> Faulty(Func<Task<SubscriptionRecord>> transaction)
    {
        Next.TryDequeue(out var fault);
        if (fault == CheckpointFault.Before) throw new StoreUnavailableException("The checkpoint store does not answer.");
        var record = await transaction();
        return fault == CheckpointFault.LostAcknowledgement
            ? throw new StoreUnavailableException("The connection broke.", mayHaveCommitted: true)
            : record;
    }
}
