namespace Township.EventSourcing;

/// <summary>
/// A condition of an append on another stream: the stream is as the writer saw it, or what was appended to it since does not affect the writer's
/// reason. It is checked in the transaction of the append, so that nothing can come in between.
/// </summary>
/// <param name="head">The head that the writer saw; version 0 if the stream did not exist.</param>
/// <param name="stillHolds">
/// Returns whether the writer's reason still holds after the commits that followed <paramref name="head"/>, oldest first, at least one. It is
/// called while the store's transaction is open and all other writers wait: it must not append and must not throw. Null: any change breaks the
/// guard.
/// </param>
public sealed class Guard(StreamHead head, Func<IReadOnlyList<CommitContent>, bool>? stillHolds = null)
{
    /// <summary>Where the writer saw the stream.</summary>
    public StreamHead Head => head;

    // After a fail-over to a lagging server the stream may have lost the guard's head and grown again: it then does not follow the head.
    internal bool Holds(StreamHead actual, Func<StreamHead, IReadOnlyList<RecordedCommit>> since) =>
        actual == head
        || (stillHolds is not null && actual.Version > head.Version
            && since(head) is [var first, ..] commits && first.PreviousVersion == head.Version && first.HasHashAfter(head.Hash)
            && stillHolds([.. commits.Select(c => c.Content)]));
}
