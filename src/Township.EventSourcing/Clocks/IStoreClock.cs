namespace Township.EventSourcing;

/// <summary>
/// A store on a server whose clock all silos share. A store in a local file does not implement it: it has only the clock of the machine.
/// </summary>
public interface IStoreClock
{
    /// <summary>Returns the server's time at some moment between the call and its answer.</summary>
    /// <exception cref="StoreUnavailableException">The server does not answer.</exception>
    Task<DateTimeOffset> ReadClock(CancellationToken cancellationToken = default);
}
