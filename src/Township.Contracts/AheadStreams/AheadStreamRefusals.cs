namespace Township.AheadStreams;

/// <summary>Why a command about a stream that is ahead of the clock is refused.</summary>
public static class AheadStreamRefusals
{
    /// <summary>The moment is not ahead of the clock. Arguments: the moment, now.</summary>
    public static readonly RefusalReason NotAhead = new("ahead-stream.not-ahead",
        "{0} 不晚于当前时间 {1}，无需确认。", "{0} is not later than the current time, {1}; there is nothing to acknowledge.");

    /// <summary>This moment has already been acknowledged. Argument: the moment.</summary>
    public static readonly RefusalReason Acknowledged = new("ahead-stream.acknowledged",
        "时间 {0} 已经确认，无需再次确认。", "{0} has already been acknowledged.");
}
