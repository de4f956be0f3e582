namespace Township.Promises;

/// <summary>Why a command to a promise is refused.</summary>
public static class PromiseRefusals
{
    /// <summary>Nobody may decide on their own promise.</summary>
    public static readonly RefusalReason Own = new("promise.own",
        "不能办理本人负责的限时承诺，须由他人办理。", "You cannot decide on your own promise; another person must decide.");

    /// <summary>Nobody may decide on a declared relative's promise. Arguments: the actor, the owner.</summary>
    public static readonly RefusalReason OfRelative = new("promise.of-relative",
        "{0} 与 {1} 有申报的亲属关系，应当回避，由他人办理。", "{0} and {1} are declared relatives; another person must decide.");

    /// <summary>The hearing has not been held or has not ended. Argument: the hearing.</summary>
    public static readonly RefusalReason NotHeard = new("promise.not-heard",
        "听证会 {0} 尚未举行或者尚未结束。", "The hearing {0} has not been held or has not ended.");

    /// <summary>The hearing has no such issue. Arguments: the hearing, the number.</summary>
    public static readonly RefusalReason NoSuchIssue = new("promise.no-such-issue",
        "听证会 {0} 没有第 {1} 项议题。", "The hearing {0} has no issue {1}.");

    /// <summary>The previous promise has been neither fulfilled nor withdrawn. Argument: its id.</summary>
    public static readonly RefusalReason PreviousStands = new("promise.previous-stands",
        "前一项限时承诺 {0} 尚未兑现，也没有撤回。", "The previous promise {0} has been neither fulfilled nor withdrawn.");

    /// <summary>The due day is out of range. Arguments: the day, the first and the last possible day.</summary>
    public static readonly RefusalReason DueOutOfRange = new("promise.due-out-of-range",
        "期限 {0} 应在 {1} 至 {2} 之间。", "The due day {0} must be between {1} and {2}.");

    /// <summary>The promise has not been made.</summary>
    public static readonly RefusalReason NotMade = new("promise.not-made", "限时承诺尚未作出。", "The promise has not been made.");

    /// <summary>The promise has already been made.</summary>
    public static readonly RefusalReason AlreadyMade = new("promise.already-made", "限时承诺已经作出。", "The promise has already been made.");

    /// <summary>It is too early for the reminder. Argument: the first possible day.</summary>
    public static readonly RefusalReason TooEarlyToRemind = new("promise.too-early-to-remind",
        "自 {0} 起才能提醒。", "The reminder can be sent from {0} on.");

    /// <summary>It is too late for the reminder. Argument: the due day.</summary>
    public static readonly RefusalReason TooLateToRemind = new("promise.too-late-to-remind",
        "期限 {0} 已过，不再提醒。", "The due day {0} has passed; no reminder is sent any more.");

    /// <summary>The due day has not passed. Argument: the day.</summary>
    public static readonly RefusalReason NotDue = new("promise.not-due",
        "限时承诺尚未逾期：期限为 {0}。", "The promise is not overdue: its due day is {0}.");

    /// <summary>The promise has already been fulfilled.</summary>
    public static readonly RefusalReason Fulfilled = new("promise.fulfilled", "限时承诺已经兑现。", "The promise has already been fulfilled.");

    /// <summary>The promise was withdrawn.</summary>
    public static readonly RefusalReason Withdrawn = new("promise.withdrawn", "限时承诺已经撤回。", "The promise was withdrawn.");
}
