namespace Township.EventSourcing.Testing;

/// <summary>What happens to one transaction of a <see cref="FaultyPlace{TTransaction}"/>.</summary>
public enum PlaceFault
{
    /// <summary>It works.</summary>
    None,

    /// <summary>The place does not answer; nothing is stored.</summary>
    Before,

    /// <summary>Everything is stored, but nobody is told.</summary>
    LostAcknowledgement,
}

/// <summary>A place whose transactions fail as a test wishes.</summary>
public sealed class FaultyPlace<TTransaction>(ISubscriptionPlace<TTransaction> inner) : ISubscriptionPlace<TTransaction>
{
    /// <summary>How the next transactions end, one each; later ones work.</summary>
    public Queue<PlaceFault> Next { get; } = [];

    /// <inheritdoc />
    public Task Prepare(CancellationToken cancellationToken = default) => inner.Prepare(cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<SubscriptionRecord>> List(CancellationToken cancellationToken = default) => inner.List(cancellationToken);

    /// <inheritdoc />
    public Task<SubscriptionRecord?> Find(string name, CancellationToken cancellationToken = default) => inner.Find(name, cancellationToken);

    /// <inheritdoc />
    public Task<SubscriptionRecord> Change(string name, Func<SubscriptionRecord, SubscriptionRecord> change, CancellationToken cancellationToken = default) =>
        Faulty(() => inner.Change(name, change, cancellationToken));

    /// <inheritdoc />
    public Task<SubscriptionRecord> Change(string name, Func<TTransaction, SubscriptionRecord, Task<SubscriptionRecord>> change, CancellationToken cancellationToken = default) =>
        Faulty(() => inner.Change(name, change, cancellationToken));

    /// <inheritdoc />
    public Task Publish(TTransaction transaction, TableNames build, TableNames? former, CancellationToken cancellationToken = default) =>
        inner.Publish(transaction, build, former, cancellationToken);

    /// <inheritdoc />
    public Task Drop(TTransaction transaction, TableNames build, CancellationToken cancellationToken = default) => inner.Drop(transaction, build, cancellationToken);

    /// <inheritdoc />
    public bool MayPass(Exception error) => inner.MayPass(error);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    async Task<SubscriptionRecord> Faulty(Func<Task<SubscriptionRecord>> transaction)
    {
        Next.TryDequeue(out var fault);
        if (fault == PlaceFault.Before) throw new StoreUnavailableException("The place does not answer.");
        var record = await transaction();
        return fault == PlaceFault.LostAcknowledgement ? throw new StoreUnavailableException("The connection broke.", mayHaveCommitted: true) : record;
    }
}
