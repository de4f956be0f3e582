namespace Township;

/// <summary>
/// Reads the read models for queries, on connections of its own: no query waits for a subscription, nor a subscription for queries.
/// </summary>
/// <param name="checkpoints">Where they are kept; null: nowhere.</param>
/// <param name="models">All that there are.</param>
public sealed class ReadModelReader(SqlCheckpointStore? checkpoints, IEnumerable<ReadModel> models) : IAsyncDisposable
{
    bool _prepared;

    /// <summary>A part of a list.</summary>
    /// <exception cref="ReadModelsUnavailableException">There is nothing to read.</exception>
    internal async Task<Page<TRow>> Read<TRow>(
        Func<ReadModelTables, Task<(EquatableList<TRow> Items, string? Next)>> query, CancellationToken cancellationToken)
        where TRow : class
    {
        if (checkpoints is null)
            throw new ReadModelsUnavailableException(ReadModelsUnavailable.SwitchedOff, "The silos keep no read models: see Township:ReadModels.");
        var model = models.FirstOrDefault(m => m.Main.Row == typeof(TRow))
            ?? throw new InvalidOperationException($"No read model of this silo has the rows {typeof(TRow).Name}: host a grain of their aggregate.");
        try
        {
            // A query may be earlier than the first subscription.
            if (!_prepared) await checkpoints.Prepare(cancellationToken);
            _prepared = true;
            // Before the rows: they are of this position or newer.
            var record = await checkpoints.Find(model.Name, cancellationToken);
            if (record?.Live is not { } live || record.VersionOf(model.Content!) is not { } version || live.Version < version)
                throw new ReadModelsUnavailableException(
                    ReadModelsUnavailable.NotBuiltYet, $"The read model '{model.Name}' has not been built yet; see 'township subscriptions list'.");
            var (items, next) = await checkpoints.Query(
                async connection =>
                {
                    using var tables = new ReadModelTables(connection);
                    return await query(tables);
                }, cancellationToken);
            return new(items, next, live.Position, live.Failure is not null);
        }
        catch (StoreOpenException e)
        {
            throw new ReadModelsUnavailableException(ReadModelsUnavailable.NotBuiltYet, e.Message);
        }
        catch (StoreUnavailableException e)
        {
            throw new ReadModelsUnavailableException(ReadModelsUnavailable.Unreachable, e.Message);
        }
    }

    public ValueTask DisposeAsync() => checkpoints?.DisposeAsync() ?? default;
}
