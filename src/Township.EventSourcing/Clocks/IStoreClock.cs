namespace Township.EventSourcing;

/// <summary>A store on a server whose clock all silos share. A store in a file of this machine has no clock but the machine's.</summary>
public interface IStoreClock
{
    /// <summary>What the server's clock says at a moment between the call and its answer.</summary>
    /// <exception cref="StoreUnavailableException">The server does not answer.</exception>
    Task<DateTimeOffset> ReadClock(CancellationToken cancellationToken = default);
}
