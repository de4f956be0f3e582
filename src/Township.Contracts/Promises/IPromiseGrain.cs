namespace Township.Promises;

/// <summary>
/// A time-limited promise 限时承诺. Key: <c>township/hearing-id.issue-number</c>, with <c>.2</c>, <c>.3</c> … for later ones; see
/// <see cref="PromiseId"/>.
/// </summary>
[Alias("promise")]
public interface IPromiseGrain : IAggregateGrain<PromiseCommand, PromiseView>;
