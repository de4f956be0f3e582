namespace Township.Bodies;

/// <summary>Why a body refuses.</summary>
public static class BodyRefusals
{
    /// <summary>The body has not been formed.</summary>
    public static readonly RefusalReason NotFormed = new("body.not-formed", "机构尚未成立。", "The body has not been formed.");

    /// <summary>The body has been formed.</summary>
    public static readonly RefusalReason AlreadyFormed = new("body.already-formed", "机构已经成立。", "The body has been formed.");

    /// <summary>The cadre has a seat. Argument: the cadre.</summary>
    public static readonly RefusalReason AlreadySeated = new("body.already-seated", "{0} 已经是成员。", "{0} has a seat already.");

    /// <summary>The cadre is no member. Argument: the cadre.</summary>
    public static readonly RefusalReason NoMember = new("body.no-member", "{0} 不是成员。", "{0} is no member.");

    /// <summary>There is no seat left. Argument: how many there are.</summary>
    public static readonly RefusalReason Full = new("body.full", "成员不得超过 {0} 人。", "There are at most {0} members.");
}
