namespace Township.Townships;

/// <summary>Why a township refuses.</summary>
public static class TownshipRefusals
{
    /// <summary>The township has not been founded. Argument: its id.</summary>
    public static readonly RefusalReason NotFounded = new("township.not-founded", "{0} 尚未设立。", "The township {0} has not been founded.");

    /// <summary>A policy value is out of range. Arguments: the value's name, lowest, highest.</summary>
    public static readonly RefusalReason OutOfRange = new("township.policy-out-of-range", "{0} 必须在 {1} 至 {2} 之间。", "{0} must lie between {1} and {2}.");

    /// <summary>A beacon is named twice. Argument: the beacon.</summary>
    public static readonly RefusalReason BeaconTwice = new("township.beacon-twice", "信标 {0} 重复。", "The beacon {0} is named twice.");

    /// <summary>A beacon's form, days or hour cannot be. Argument: the beacon.</summary>
    public static readonly RefusalReason BeaconUnsound = new("township.beacon-unsound",
        "信标 {0} 的格式、日期或时间无效。", "The form, the days or the hour of the beacon {0} cannot be.");

    /// <summary>A channel is named twice. Argument: the channel.</summary>
    public static readonly RefusalReason ChannelTwice = new("township.channel-twice", "渠道 {0} 重复。", "The channel {0} is named twice.");
}
