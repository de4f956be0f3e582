namespace Township.EventSourcing;

/// <summary>Provides the subscriptions of a silo that are discovered at start instead of being registered one by one.</summary>
public interface ISubscriptionSource
{
    /// <summary>Returns the subscriptions, created for this silo. Called once.</summary>
    /// <exception cref="SetupException">A subscription is incomplete.</exception>
    IEnumerable<Subscription> Subscriptions(IServiceProvider services);
}
