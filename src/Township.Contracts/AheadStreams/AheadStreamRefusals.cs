namespace Township.AheadStreams;

/// <summary>Why nothing is put on record about a stream.</summary>
public static class AheadStreamRefusals
{
    /// <summary>The moment is not ahead of the clock. Arguments: the moment, now.</summary>
    public static readonly RefusalReason NotAhead = new("ahead-stream.not-ahead", "{0} 不晚于当前时间 {1},无需确认。", "{0} is not later than now, {1}: there is nothing to acknowledge.");

    /// <summary>This moment was acknowledged before. Arguments: the moment.</summary>
    public static readonly RefusalReason Acknowledged = new("ahead-stream.acknowledged", "{0} 已经确认过。", "{0} has been acknowledged before.");
}
