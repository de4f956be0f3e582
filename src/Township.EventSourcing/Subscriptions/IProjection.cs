namespace Township.EventSourcing;

/// <summary>
/// A subscription that keeps rows. The rows follow from the commits alone and can be thrown away and built again.
/// </summary>
/// <remarks>
/// Rows and checkpoint change in one transaction, so every commit is in the rows exactly once. A projection depends on its rows and the commits
/// only, not on how commits are cut into batches, and writes to its own tables only.
/// </remarks>
/// <typeparam name="TTransaction">What rows are written with: for SQL databases <see cref="System.Data.Common.DbTransaction"/>.</typeparam>
public interface IProjection<in TTransaction>
{
    /// <summary>The subscription's name; see <see cref="TableNames.IsValid"/>.</summary>
    string Name { get; }

    /// <summary>From 1. Raise it whenever the same commits give other rows: they are then made anew beside the old ones.</summary>
    int Version { get; }

    /// <summary>
    /// What the rows follow from, in words that change whenever the same commits give other rows; null, the default, where
    /// <see cref="Version"/> tells. Contents are numbered in the order in which they are first run, and <see cref="Version"/> is not asked:
    /// nobody has to
    /// raise a number that depends on the code of others.
    /// </summary>
    string? Content => null;

    /// <summary>The names under which queries know the tables; see <see cref="TableNames.IsValid"/>.</summary>
    EquatableList<string> Tables { get; }

    /// <summary>
    /// The categories of streams that matter; commits of others are left out. Default null: all. Raise the version when
    /// changing this.
    /// </summary>
    EquatableList<string>? Categories => null;

    /// <summary>Makes empty tables, under the names of a build.</summary>
    Task Create(TTransaction transaction, TableNames tables, CancellationToken cancellationToken);

    /// <summary>
    /// Brings the rows from before these commits to after them, in their order. An exception stops the subscription, visibly.
    /// </summary>
    /// <param name="transaction">Where to write.</param>
    /// <param name="tables">The names of the build's tables.</param>
    /// <param name="commits">In order.</param>
    /// <param name="store">Where they come from, for what was before them; never look at what comes after them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task Apply(TTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store, CancellationToken cancellationToken);
}
