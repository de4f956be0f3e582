namespace Township.EventSourcing;

/// <summary>
/// A condition of an append on another stream than its own: the stream stands where the writer saw it, or what has been
/// appended to it since does not matter to the writer. Checked in the append's own transaction, so that nothing can come in between.
/// </summary>
/// <param name="head">Where the writer saw the stream; version 0 when it did not exist.</param>
/// <param name="stillHolds">
/// Tells whether the writer's reason still holds after the commits that followed <paramref name="head"/>, oldest first, never none.
/// Called while the store's transaction is open, and all other writers wait: it must not append, and must not throw. Null: never.
/// </param>
public sealed class Guard(StreamHead head, Func<IReadOnlyList<CommitContent>, bool>? stillHolds = null)
{
    /// <summary>Where the writer saw the stream.</summary>
    public StreamHead Head => head;

    // A stream that has lost the guard's head, as a fail-over to a server that lags can do, and has grown again, does not follow it.
    internal bool Holds(StreamHead actual, Func<StreamHead, IReadOnlyList<RecordedCommit>> since) =>
        actual == head
        || (stillHolds is not null && actual.Version > head.Version
            && since(head) is [var first, ..] commits && first.PreviousVersion == head.Version && first.HasHashAfter(head.Hash)
            && stillHolds([.. commits.Select(c => c.Content)]));
}
