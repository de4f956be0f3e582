using System.Data.Common;

namespace Township;

/// <summary>Answers queries of a township from its views. The grain's key is the township.</summary>
abstract class QueriesGrain(ViewReader views, IProjection<DbTransaction> view) : Grain
{
    static readonly string[] SeeAll = [Roles.Office, Roles.Leader, Roles.Auditor];

    /// <summary>Reads, for people of the township only.</summary>
    /// <exception cref="QueryRefusedException">The caller is of another township.</exception>
    protected Task<Page<T>> Read<T>(Func<DbConnection, string, Task<PartOfList<T>>> query, CancellationToken cancellationToken)
    {
        var township = this.GetPrimaryKeyString();
        return Caller.Township == township
            ? views.Read(view, connection => query(connection, township), cancellationToken)
            : throw new QueryRefusedException(KernelRefusals.NotYourTownship.With(UnicodeText.Printable(township, 80)));
    }

    /// <summary>Content when the caller may see everybody's, or is asking for what is their own.</summary>
    /// <exception cref="QueryRefusedException">Neither is so.</exception>
    protected static void RefuseUnless(bool own)
    {
        // Roles of another township do not count: reading refuses those who come with them.
        if (!own && !Caller.Roles.Any(SeeAll.Contains)) throw new QueryRefusedException(QueryRefusals.NotEntitled.With(string.Join(", ", SeeAll)));
    }

    protected static Actor Caller => CallerContext.Current?.Actor ?? Actor.Anonymous;
}
