namespace Township.EventSourcing;

/// <summary>A component that runs on the silo that runs a subscription, for as long as it does.</summary>
interface ISubscriptionCompanion
{
    /// <summary>The name of the subscription.</summary>
    string Subscription { get; }

    /// <summary>Starts beside a runner. The component ends when the runner ends or when it is disposed.</summary>
    IAsyncDisposable Start(SubscriptionRunner runner);
}
