using System.Data.Common;

namespace Township;

/// <summary>Reads the views for queries, on connections of its own: no query waits for a subscription, nor a subscription for queries.</summary>
/// <param name="place">Where the views are kept; null: nowhere.</param>
sealed class ViewReader(SqlSubscriptionPlace? place) : IAsyncDisposable
{
    bool _prepared;

    /// <summary>What a query finds in a view, as a page.</summary>
    /// <param name="view">The view.</param>
    /// <param name="query">Reads it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ViewsUnavailableException">There is nothing to read.</exception>
    public async Task<Page<T>> Read<T>(IProjection<DbTransaction> view, Func<DbConnection, Task<PartOfList<T>>> query, CancellationToken cancellationToken)
    {
        if (place is null) throw new ViewsUnavailableException(ViewsUnavailable.SwitchedOff, "The silos keep no views: see Township:Views.");
        try
        {
            // A query may be earlier than the first subscription.
            if (!_prepared) await place.Prepare(cancellationToken);
            _prepared = true;
            // Before the rows: they are of this position or newer.
            var live = (await place.Find(view.Name, cancellationToken))?.Live;
            if (live is null || live.Version < view.Version)
                throw new ViewsUnavailableException(ViewsUnavailable.NotBuiltYet, $"The view '{view.Name}' has not been made yet; see 'township subscriptions list'.");
            var part = await place.Query(query, cancellationToken);
            return new(part.Items, part.Next, live.Position, live.Failure is not null);
        }
        catch (StoreOpenException e)
        {
            throw new ViewsUnavailableException(ViewsUnavailable.NotBuiltYet, e.Message);
        }
        catch (StoreUnavailableException e)
        {
            throw new ViewsUnavailableException(ViewsUnavailable.Unreachable, e.Message);
        }
    }

    public ValueTask DisposeAsync() => place?.DisposeAsync() ?? default;
}
