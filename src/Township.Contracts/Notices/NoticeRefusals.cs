namespace Township.Notices;

/// <summary>Why a command to a notice is refused.</summary>
public static class NoticeRefusals
{
    /// <summary>Only the cadre concerned may explain. Argument: the cadre.</summary>
    public static readonly RefusalReason NotYours = new("notice.not-yours", "只有 {0} 本人可以说明。", "Only {0} may explain.");

    /// <summary>Nobody may decide on a notice that concerns them.</summary>
    public static readonly RefusalReason Own = new("notice.own",
        "不能办理针对本人的通知书，须由他人办理。", "You cannot decide on a notice that concerns you; another leader must decide.");

    /// <summary>Nobody may decide on a declared relative's notice. Arguments: the actor, the cadre.</summary>
    public static readonly RefusalReason OfRelative = new("notice.of-relative",
        "{0} 与 {1} 有申报的亲属关系，应当回避，由他人办理。", "{0} and {1} are declared relatives; another leader must decide.");

    /// <summary>The pledge was neither marked as missed nor verified as unfulfilled. Argument: the pledge.</summary>
    public static readonly RefusalReason NoGrounds = new("notice.no-grounds",
        "没有发出通知书的依据：月承诺 {0} 没有被认定为未承诺，也没有被核实为未履诺。",
        "There are no grounds for a notice: the pledge {0} was neither marked as missed nor verified as unfulfilled.");

    /// <summary>The previous notice has not been withdrawn. Argument: its id.</summary>
    public static readonly RefusalReason PreviousStands = new("notice.previous-stands",
        "前一份通知书 {0} 没有撤回。", "The previous notice {0} has not been withdrawn.");

    /// <summary>A rectification needs a deadline; other measures must not have one.</summary>
    public static readonly RefusalReason DeadlineOnlyToRectify = new("notice.deadline-only-to-rectify",
        "限期整改必须写明期限，其他措施不得写期限。", "A rectification needs a deadline; other measures must not have one.");

    /// <summary>The deadline is out of range. Arguments: the deadline, the first and the last possible day.</summary>
    public static readonly RefusalReason DeadlineOutOfRange = new("notice.deadline-out-of-range",
        "整改期限 {0} 应在 {1} 至 {2} 之间。", "The deadline {0} must be between {1} and {2}.");

    /// <summary>The notice has not been issued.</summary>
    public static readonly RefusalReason NotIssued = new("notice.not-issued", "通知书尚未发出。", "The notice has not been issued.");

    /// <summary>The notice has already been issued.</summary>
    public static readonly RefusalReason AlreadyIssued = new("notice.already-issued", "通知书已经发出。", "The notice has already been issued.");

    /// <summary>The time to explain is over. Argument: its last day.</summary>
    public static readonly RefusalReason TooLateToExplain = new("notice.too-late-to-explain",
        "说明的期限已于 {0} 届满。", "The time to explain ended on {0}.");

    /// <summary>The cadre has already explained.</summary>
    public static readonly RefusalReason AlreadyExplained = new("notice.already-explained",
        "当事人已经作出说明。", "The cadre has already explained.");

    /// <summary>The cadre can still explain. Argument: the last day.</summary>
    public static readonly RefusalReason MayStillExplain = new("notice.may-still-explain",
        "当事人在 {0} 当日及以前可以说明，通知书不能提前生效。", "The cadre may explain until the end of {0}; the notice cannot take effect earlier.");

    /// <summary>The cadre has explained, and the command does not say how that was considered.</summary>
    public static readonly RefusalReason NeedsConsideration = new("notice.needs-consideration",
        "须写明对当事人说明的研究意见。", "State how the cadre's explanation was considered.");

    /// <summary>The notice is already in effect.</summary>
    public static readonly RefusalReason InEffect = new("notice.in-effect", "通知书已经生效。", "The notice is already in effect.");

    /// <summary>The notice was withdrawn.</summary>
    public static readonly RefusalReason Withdrawn = new("notice.withdrawn", "通知书已经撤回。", "The notice was withdrawn.");
}
