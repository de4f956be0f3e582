namespace Township.AheadStreams;

/// <summary>What was last put on record about a stream that is ahead of the clock; all null until then.</summary>
/// <param name="LastDecidedAt">The time of the decision from which the stream may continue.</param>
/// <param name="By">The leader who put it on record.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("ahead-stream.view")]
public sealed record AheadStreamView(DateTimeOffset? LastDecidedAt, string? By, PersonalText? Reason);
