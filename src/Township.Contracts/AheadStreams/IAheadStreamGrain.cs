namespace Township.AheadStreams;

/// <summary>
/// The record about a stream whose last decision is dated later than the clock. Key: <c>township/category.id</c> of the stream; see
/// <see cref="AheadStreamId"/>.
/// </summary>
[Alias("ahead-stream")]
public interface IAheadStreamGrain : IAggregateGrain<AheadStreamCommand, AheadStreamView>;
