namespace Township.DeductionProposals;

/// <summary>Why a proposed deduction refuses.</summary>
public static class DeductionProposalRefusals
{
    /// <summary>Nobody decides on a deduction that concerns them.</summary>
    public static readonly RefusalReason Own = new("deduction.own", "不能办理针对本人的扣分建议。", "Nobody decides on a deduction that concerns them.");

    /// <summary>Nobody decides on a declared relative's deduction. Arguments: the actor, the person concerned.</summary>
    public static readonly RefusalReason OfRelative = new("deduction.of-relative", "{0} 与 {1} 有申报的亲属关系,应当回避。", "{0} and {1} are declared relatives.");

    /// <summary>The source is not the one that this id stands for. Argument: the id.</summary>
    public static readonly RefusalReason OtherSource = new("deduction.other-source", "来源与编号 {0} 不符。", "The source is not the one that the id {0} stands for.");

    /// <summary>The source gives no grounds: it is not on record as missed, or was reversed. Argument: the promise.</summary>
    public static readonly RefusalReason NoGrounds = new("deduction.no-grounds", "承诺 {0} 没有逾期,或者已经撤回、按期兑现。", "The promise {0} is not on record as missed, or that was reversed.");

    /// <summary>The source stands. Argument: the promise.</summary>
    public static readonly RefusalReason SourceStands = new("deduction.source-stands", "承诺 {0} 的逾期记录仍然有效,扣分建议不能撤回。", "The promise {0} is on record as missed; its proposal cannot be withdrawn.");

    /// <summary>The points are out of range. Arguments: fewest, most.</summary>
    public static readonly RefusalReason PointsOutOfRange = new("deduction.points-out-of-range", "扣分应在 {0} 至 {1} 之间。", "The points must lie between {0} and {1}.");

    /// <summary>It has not been proposed.</summary>
    public static readonly RefusalReason NotProposed = new("deduction.not-proposed", "扣分建议尚未提出。", "The deduction has not been proposed.");

    /// <summary>It has been proposed.</summary>
    public static readonly RefusalReason AlreadyProposed = new("deduction.already-proposed", "扣分建议已经提出。", "The deduction has been proposed.");

    /// <summary>Somebody has decided on it, or it was withdrawn.</summary>
    public static readonly RefusalReason Decided = new("deduction.decided", "扣分建议已经办结。", "The proposal has been decided on or withdrawn.");
}
