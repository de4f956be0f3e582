namespace Township.EventSourcing.Testing;

/// <summary>
/// The behaviour of subscriptions on any checkpoint store: no commit is missed or doubled, one owner, rebuilds without downtime, and
/// visible failures. Uses no real time.
/// </summary>
/// <typeparam name="TTransaction">The transaction with which rows are written.</typeparam>
public abstract partial class SubscriptionConformance<TTransaction> : SubscriptionTests<TTransaction>;
