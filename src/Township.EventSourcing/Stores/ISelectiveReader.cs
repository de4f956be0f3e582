namespace Township.EventSourcing;

/// <summary>A reader that leaves out, where they are stored, the commits of categories that nobody asks for.</summary>
public interface ISelectiveReader : IEventReader
{
    /// <summary>
    /// The next commits of some categories, in the global order. Takes time in proportion to these, however many there are of others.
    /// </summary>
    /// <param name="afterPosition">Where to begin; 0 for the beginning.</param>
    /// <param name="categories">The categories; see <see cref="StreamId.Category"/>.</param>
    /// <param name="limit">The most commits; where they are large there may be fewer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    /// <exception cref="StoreCorruptException">The first commit to be read is damaged.</exception>
    Task<LogSlice> ReadSlice(long afterPosition, EquatableList<string> categories, int limit, CancellationToken cancellationToken = default);
}

/// <summary>The commits of some categories in a part of the log. That it continues the log is told by its ends alone.</summary>
/// <param name="Commits">In order.</param>
/// <param name="From">Where it begins, as stored; null when the store ends before.</param>
/// <param name="To">Up to here there are no other commits of these categories.</param>
/// <param name="IsLast">Whether that is the end of the log.</param>
public sealed record LogSlice(IReadOnlyList<RecordedCommit> Commits, LogHead? From, LogHead To, bool IsLast);

/// <summary>A reader of a store to which other processes write too, and that can tell what they write about.</summary>
public interface ISharedLogReader : IEventReader
{
    /// <summary>What has come after a position; null when nothing has. Takes time in proportion to it.</summary>
    /// <param name="afterPosition">The position; 0 for the beginning.</param>
    /// <param name="afterHash">
    /// The hash of the commit there, where it is known. With another one the store is of another history, and the answer is null.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    Task<LogStretch?> ReadNews(long afterPosition, CommitHash? afterHash = null, CancellationToken cancellationToken = default);
}
