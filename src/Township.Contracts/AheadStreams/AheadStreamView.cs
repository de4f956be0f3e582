namespace Township.AheadStreams;

/// <summary>What was last said about a stream that is ahead of the clock; all null until something was.</summary>
/// <param name="LastDecidedAt">The decision from which the stream may go on.</param>
/// <param name="By">The leader who said so.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("ahead-stream.view")]
public sealed record AheadStreamView(DateTimeOffset? LastDecidedAt, string? By, PersonalText? Reason);
