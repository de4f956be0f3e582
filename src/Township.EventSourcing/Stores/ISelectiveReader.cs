namespace Township.EventSourcing;

/// <summary>A reader that skips commits of other categories in the store itself.</summary>
public interface ISelectiveReader : IEventReader
{
    /// <summary>
    /// Returns the next commits of some categories, in the global order. The time depends on their number only, not on the commits of others.
    /// </summary>
    /// <param name="afterPosition">Where to begin; 0 for the beginning.</param>
    /// <param name="categories">The categories; see <see cref="StreamId.Category"/>.</param>
    /// <param name="limit">The maximum number of commits; fewer are returned if they are large.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    /// <exception cref="StoreCorruptException">The first commit to be read is damaged.</exception>
    Task<LogSlice> ReadSlice(long afterPosition, EquatableList<string> categories, int limit, CancellationToken cancellationToken = default);
}

/// <summary>The commits of some categories in a part of the log. Its ends show that it continues the log.</summary>
/// <param name="Commits">In order.</param>
/// <param name="From">Where it begins, as stored; null if the log ends before.</param>
/// <param name="To">Where it ends: up to here there are no other commits of these categories.</param>
/// <param name="IsLast">Whether that is the end of the log.</param>
public sealed record LogSlice(IReadOnlyList<RecordedCommit> Commits, LogHead? From, LogHead To, bool IsLast);

/// <summary>A reader of a store that other processes write to, which reports the categories they wrote.</summary>
public interface ISharedLogReader : IEventReader
{
    /// <summary>Returns what was appended after a position; null if nothing was. The time depends on its length.</summary>
    /// <param name="afterPosition">The position; 0 for the beginning.</param>
    /// <param name="afterHash">
    /// The hash of the commit at that position, if known. If the store has a different commit there, the result is null.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    Task<LogStretch?> ReadNews(long afterPosition, CommitHash? afterHash = null, CancellationToken cancellationToken = default);
}
