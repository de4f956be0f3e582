namespace Township.DeductionProposals;

/// <summary>Why a command to a proposed deduction is refused.</summary>
public static class DeductionProposalRefusals
{
    /// <summary>Nobody may decide on a deduction that concerns them.</summary>
    public static readonly RefusalReason Own = new("deduction.own",
        "不能办理针对本人的扣分建议，须由他人办理。", "You cannot decide on a deduction that concerns you; another person must decide.");

    /// <summary>Nobody may decide on a declared relative's deduction. Arguments: the actor, the person concerned.</summary>
    public static readonly RefusalReason OfRelative = new("deduction.of-relative",
        "{0} 与 {1} 有申报的亲属关系，应当回避，由他人办理。", "{0} and {1} are declared relatives; another person must decide.");

    /// <summary>The source does not match the id of the proposal. Argument: the id.</summary>
    public static readonly RefusalReason OtherSource = new("deduction.other-source",
        "来源与扣分建议的编号 {0} 不符。", "The source does not match the id of the proposal, {0}.");

    /// <summary>
    /// There are no grounds: the promise is not on record as overdue, or it was fulfilled in time or withdrawn. Argument: the promise.
    /// </summary>
    public static readonly RefusalReason NoGrounds = new("deduction.no-grounds",
        "没有扣分依据：限时承诺 {0} 没有逾期记录，或者已经按期兑现、撤回。",
        "There are no grounds for a deduction: the promise {0} is not on record as overdue, or it was fulfilled in time or withdrawn.");

    /// <summary>The promise is still on record as overdue. Argument: the promise.</summary>
    public static readonly RefusalReason SourceStands = new("deduction.source-stands",
        "限时承诺 {0} 的逾期记录仍然有效，扣分建议不能撤回。", "The promise {0} is still on record as overdue, so the proposal cannot be withdrawn.");

    /// <summary>The points are out of range. Arguments: the fewest, the most.</summary>
    public static readonly RefusalReason PointsOutOfRange = new("deduction.points-out-of-range",
        "扣分应在 {0} 至 {1} 之间。", "The points must be between {0} and {1}.");

    /// <summary>The deduction has not been proposed.</summary>
    public static readonly RefusalReason NotProposed = new("deduction.not-proposed", "扣分建议尚未提出。", "The deduction has not been proposed.");

    /// <summary>The deduction has already been proposed.</summary>
    public static readonly RefusalReason AlreadyProposed = new("deduction.already-proposed",
        "扣分建议已经提出。", "The deduction has already been proposed.");

    /// <summary>The proposal has already been decided on or withdrawn.</summary>
    public static readonly RefusalReason Decided = new("deduction.decided",
        "扣分建议已经作出决定或者已经撤回。", "The proposal has already been decided on or withdrawn.");
}
