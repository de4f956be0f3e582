namespace Township.EventSourcing;

/// <summary>
/// A condition of an append on another stream than its own: the stream stands where the writer saw it, or what has been
/// appended to it since does not matter to the writer. Checked in the append's own transaction, so that nothing can come in between.
/// </summary>
/// <param name="head">Where the writer saw the stream; version 0 when it did not exist.</param>
/// <param name="stillHolds">
/// Tells whether the writer's reason still holds after the commits that followed <paramref name="head"/>, oldest first, never none.
/// Called on the store's writing thread while its transaction is open: it must not append, and must not throw. Null: never.
/// </param>
public sealed class Guard(StreamHead head, Func<IReadOnlyList<CommitContent>, bool>? stillHolds = null)
{
    /// <summary>Where the writer saw the stream.</summary>
    public StreamHead Head => head;

    /// <summary>Whether the condition holds for a stream that stands at <paramref name="actual"/>.</summary>
    /// <param name="actual">Where the stream stands now, with what the same batch has appended to it before.</param>
    /// <param name="since">
    /// Reads the commits after <see cref="Head"/>, also those of the same batch; null when the stream's history does not contain
    /// that very head. Called only when the stream has moved.
    /// </param>
    public bool Holds(StreamHead actual, Func<IReadOnlyList<CommitContent>?> since)
    {
        ArgumentNullException.ThrowIfNull(since);
        return actual == head || (stillHolds is not null && since() is { Count: > 0 } commits && stillHolds(commits));
    }
}
