namespace Township.AheadStreams;

/// <summary>
/// What was put on record about a stream that is ahead of the clock. Stored; see docs/formats.md before changing anything.
/// </summary>
public abstract record AheadStreamEvent
{
    private AheadStreamEvent() { }

    /// <summary>The stream may continue from this decision.</summary>
    [EventName("ahead-stream.acknowledged")]
    [Title("已确认时间超前，准许继续", "Acknowledged as ahead")]
    public sealed record Acknowledged(DateTimeOffset LastDecidedAt, string By, PersonalText Reason) : AheadStreamEvent;
}
