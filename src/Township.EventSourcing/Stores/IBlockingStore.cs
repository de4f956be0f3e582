namespace Township.EventSourcing;

/// <summary>
/// A store at which a thread waits while the disk or a server is at work. Whoever has a thread for nothing else appends on
/// it: on a busy machine every hand-over to another thread takes longer than the append itself.
/// </summary>
public interface IBlockingStore : IEventStore
{
    /// <summary>Does what <see cref="IEventStore.Append"/> does on the calling thread, when everything handed in before is stored.</summary>
    /// <returns>One result per item, in order.</returns>
    /// <exception cref="StoreUnavailableException">As for <see cref="IEventStore.Append"/>.</exception>
    IReadOnlyList<AppendResult> AppendBlocking(IReadOnlyList<Commit> batch);
}
