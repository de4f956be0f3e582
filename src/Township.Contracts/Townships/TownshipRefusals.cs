namespace Township.Townships;

/// <summary>Why a command to a township is refused.</summary>
public static class TownshipRefusals
{
    /// <summary>The township has not been founded. Argument: its id.</summary>
    public static readonly RefusalReason NotFounded = new("township.not-founded", "{0} 尚未设立。", "The township {0} has not been founded.");

    /// <summary>A policy value is out of range. Arguments: the value's name, the lowest, the highest.</summary>
    public static readonly RefusalReason OutOfRange = new("township.policy-out-of-range",
        "{0} 必须在 {1} 至 {2} 之间。", "{0} must be between {1} and {2}.");

    /// <summary>A beacon is named more than once. Argument: the beacon.</summary>
    public static readonly RefusalReason BeaconTwice = new("township.beacon-twice",
        "公开信源 {0} 重复。", "The beacon {0} is named more than once.");

    /// <summary>A beacon's form, days or time are not valid. Argument: the beacon.</summary>
    public static readonly RefusalReason BeaconUnsound = new("township.beacon-unsound",
        "公开信源 {0} 的格式、公布日或公布时间无效。", "The form, days or time of the beacon {0} are not valid.");

    /// <summary>A channel is named more than once. Argument: the channel.</summary>
    public static readonly RefusalReason ChannelTwice = new("township.channel-twice",
        "途径 {0} 重复。", "The channel {0} is named more than once.");
}
