namespace Township.Bodies;

/// <summary>Why a command to a body is refused.</summary>
public static class BodyRefusals
{
    /// <summary>The body has not been formed.</summary>
    public static readonly RefusalReason NotFormed = new("body.not-formed", "机构尚未成立。", "The body has not been formed.");

    /// <summary>The body has already been formed.</summary>
    public static readonly RefusalReason AlreadyFormed = new("body.already-formed", "机构已经成立。", "The body has already been formed.");

    /// <summary>The cadre is already the head or a member. Argument: the cadre.</summary>
    public static readonly RefusalReason AlreadySeated = new("body.already-seated",
        "{0} 已经是该机构的负责人或成员。", "{0} is already the head or a member of the body.");

    /// <summary>The cadre is not a member. Argument: the cadre.</summary>
    public static readonly RefusalReason NoMember = new("body.no-member", "{0} 不是该机构的成员。", "{0} is not a member of the body.");

    /// <summary>The body has as many members as it can have. Argument: how many.</summary>
    public static readonly RefusalReason Full = new("body.full", "机构成员不得超过 {0} 人。", "The body can have at most {0} members.");
}
