namespace Township.EventSourcing;

/// <summary>Tells a silo at start which subscriptions there are, where that is found out and not written down.</summary>
public interface ISubscriptionSource
{
    /// <summary>The subscriptions, made for this silo. Asked once.</summary>
    /// <exception cref="SetupException">One of them is incomplete.</exception>
    IEnumerable<Subscription> Subscriptions(IServiceProvider services);
}
