using System.Data.Common;

namespace Township;

/// <summary>Answers queries of a township from its views. The grain's key is the township.</summary>
abstract class QueriesGrain(ViewReader views, IProjection<DbTransaction> view) : Grain
{
    /// <summary>Reads, for people of the township only.</summary>
    /// <exception cref="QueryRefusedException">The caller is of another township.</exception>
    protected Task<Page<T>> Read<T>(Func<DbConnection, string, Task<PartOfList<T>>> query, CancellationToken cancellationToken)
    {
        var township = this.GetPrimaryKeyString();
        return Caller.Township == township
            ? views.Read(view, connection => query(connection, township), cancellationToken)
            : throw new QueryRefusedException(KernelRefusals.NotYourTownship.With(UnicodeText.Printable(township, 80)));
    }

    protected static Actor Caller => CallerContext.Current?.Actor ?? Actor.Anonymous;
}
