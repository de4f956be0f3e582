using System.Data.Common;

namespace Township;

/// <summary>Answers queries of a township from its views, to those who may read the aggregates that are listed. The grain's key is the township.</summary>
abstract class QueriesGrain<TState>(ViewReader views, IProjection<DbTransaction> view, ReadRule<TState> reading) : Grain where TState : class
{
    /// <summary>Reads what the caller may see.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it.</exception>
    protected Task<Page<T>> Read<T>(Func<DbConnection, ListScope, Task<PartOfList<T>>> query, CancellationToken cancellationToken)
    {
        var (scope, refusal) = reading.InList(this.GetPrimaryKeyString(), CallerContext.Current?.Actor ?? Actor.Anonymous);
        return scope is not null ? views.Read(view, connection => query(connection, scope), cancellationToken) : throw new QueryRefusedException(refusal!);
    }
}
