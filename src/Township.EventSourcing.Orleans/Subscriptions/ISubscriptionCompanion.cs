namespace Township.EventSourcing;

/// <summary>What works wherever a subscription is run, for as long as it is run there.</summary>
interface ISubscriptionCompanion
{
    /// <summary>The subscription's name.</summary>
    string Subscription { get; }

    /// <summary>Starts beside a runner; ends by itself when the runner does, or when it is disposed.</summary>
    IAsyncDisposable Start(SubscriptionRunner runner);
}
