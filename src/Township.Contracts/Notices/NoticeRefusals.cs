namespace Township.Notices;

/// <summary>Why a notice refuses.</summary>
public static class NoticeRefusals
{
    /// <summary>The cadre concerned, and nobody else. Argument: the cadre.</summary>
    public static readonly RefusalReason NotYours = new("notice.not-yours", "只有 {0} 本人可以说明。", "Only {0} may explain.");

    /// <summary>Nobody decides on their own notice.</summary>
    public static readonly RefusalReason Own = new("notice.own", "不能办理本人的通知书。", "Nobody decides on their own notice.");

    /// <summary>Nobody decides on a declared relative's notice. Arguments: the actor, the cadre.</summary>
    public static readonly RefusalReason OfRelative = new("notice.of-relative", "{0} 与 {1} 有申报的亲属关系,应当回避。", "{0} and {1} are declared relatives.");

    /// <summary>The pledge is neither missed nor verified as unfulfilled. Argument: the pledge.</summary>
    public static readonly RefusalReason NoGrounds = new("notice.no-grounds", "承诺 {0} 没有被认定为未履行或未承诺。", "The pledge {0} is neither missed nor unfulfilled.");

    /// <summary>The notice before this one stands. Argument: its id.</summary>
    public static readonly RefusalReason PreviousStands = new("notice.previous-stands", "前一份通知书 {0} 没有撤回。", "The notice before, {0}, has not been withdrawn.");

    /// <summary>A deadline is for a rectification only, and always.</summary>
    public static readonly RefusalReason DeadlineOnlyToRectify = new("notice.deadline-only-to-rectify", "限期整改必须写明期限,其他措施不得写期限。", "A rectification needs a deadline, and no other measure has one.");

    /// <summary>The deadline is out of range. Arguments: the deadline, first and last possible day.</summary>
    public static readonly RefusalReason DeadlineOutOfRange = new("notice.deadline-out-of-range", "整改期限 {0} 应在 {1} 至 {2} 之间。", "The deadline {0} must lie between {1} and {2}.");

    /// <summary>The notice has not been issued.</summary>
    public static readonly RefusalReason NotIssued = new("notice.not-issued", "通知书尚未发出。", "The notice has not been issued.");

    /// <summary>The notice has been issued.</summary>
    public static readonly RefusalReason AlreadyIssued = new("notice.already-issued", "通知书已经发出。", "The notice has been issued.");

    /// <summary>The time to explain is over. Argument: its last day.</summary>
    public static readonly RefusalReason TooLateToExplain = new("notice.too-late-to-explain", "说明的期限已于 {0} 届满。", "The time to explain ended on {0}.");

    /// <summary>The cadre has explained.</summary>
    public static readonly RefusalReason AlreadyExplained = new("notice.already-explained", "已经说明过一次。", "The cadre has explained already.");

    /// <summary>The cadre can still explain. Argument: the last day.</summary>
    public static readonly RefusalReason MayStillExplain = new("notice.may-still-explain", "当事人可在 {0} 以前说明,通知书不能提前生效。", "The cadre may explain until {0}; the notice cannot take effect before.");

    /// <summary>The explanation must be considered, in words.</summary>
    public static readonly RefusalReason NeedsConsideration = new("notice.needs-consideration", "须写明对当事人说明的研究意见。", "Say how the explanation was considered.");

    /// <summary>The notice is in effect.</summary>
    public static readonly RefusalReason InEffect = new("notice.in-effect", "通知书已经生效。", "The notice is in effect.");

    /// <summary>The notice was withdrawn.</summary>
    public static readonly RefusalReason Withdrawn = new("notice.withdrawn", "通知书已经撤回。", "The notice was withdrawn.");
}
