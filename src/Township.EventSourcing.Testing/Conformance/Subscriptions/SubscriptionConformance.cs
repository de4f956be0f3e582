namespace Township.EventSourcing.Testing;

/// <summary>
/// What subscriptions must do on any checkpoint store: nothing missed, nothing doubled, one owner, rebuilds without downtime, and
/// failures that everybody can see. Needs no time to pass.
/// </summary>
/// <typeparam name="TTransaction">What rows are written with.</typeparam>
public abstract partial class SubscriptionConformance<TTransaction> : SubscriptionTests<TTransaction>;
