namespace Township;

/// <summary>
/// Reads the read models for queries on connections of its own, so that queries and subscriptions do not wait for each other.
/// </summary>
/// <param name="checkpoints">The checkpoint store of the read models; null when there is none.</param>
/// <param name="models">All read models.</param>
public sealed class ReadModelReader(SqlCheckpointStore? checkpoints, IEnumerable<ReadModel> models) : IAsyncDisposable
{
    bool _prepared;

    /// <summary>Reads one page of a list.</summary>
    /// <exception cref="ReadModelsUnavailableException">The read models are not available.</exception>
    internal async Task<Page<TRow>> Read<TRow>(
        Func<ReadModelTables, Task<(EquatableList<TRow> Items, string? Next)>> query, CancellationToken cancellationToken)
        where TRow : class
    {
        if (checkpoints is null)
            throw new ReadModelsUnavailableException(
                ReadModelsUnavailable.SwitchedOff, "The silos keep no read models: see Township:ReadModels.");
        var model = models.FirstOrDefault(m => m.Main.Row == typeof(TRow))
            ?? throw new InvalidOperationException(
                $"This silo has no read model with the rows {typeof(TRow).Name}: host a grain of their aggregate.");
        try
        {
            // A query may come before the first subscription has started.
            if (!_prepared) await checkpoints.Prepare(cancellationToken);
            _prepared = true;
            // Read before the rows, so that the rows are of this position or newer.
            var record = await checkpoints.Find(model.Name, cancellationToken);
            if (record?.Live is not { } live || record.VersionOf(model.Content!) is not { } version || live.Version < version)
                throw new ReadModelsUnavailableException(
                    ReadModelsUnavailable.NotBuiltYet,
                    $"The read model '{model.Name}' has not been built yet; see 'township subscriptions list'.");
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
