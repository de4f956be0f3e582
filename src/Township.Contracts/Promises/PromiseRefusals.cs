namespace Township.Promises;

/// <summary>Why a promise refuses.</summary>
public static class PromiseRefusals
{
    /// <summary>Nobody decides on their own promise.</summary>
    public static readonly RefusalReason Own = new("promise.own", "不能办理本人负责的限时承诺。", "Nobody decides on their own promise.");

    /// <summary>Nobody decides on a declared relative's promise. Arguments: the actor, the owner.</summary>
    public static readonly RefusalReason OfRelative = new("promise.of-relative", "{0} 与 {1} 有申报的亲属关系,应当回避。", "{0} and {1} are declared relatives.");

    /// <summary>The hearing has not had its sitting. Argument: the hearing.</summary>
    public static readonly RefusalReason NotHeard = new("promise.not-heard", "听证会 {0} 尚未举行。", "The hearing {0} has not been held.");

    /// <summary>The hearing has no such issue. Arguments: the hearing, the number.</summary>
    public static readonly RefusalReason NoSuchIssue = new("promise.no-such-issue", "听证会 {0} 没有第 {1} 项议题。", "The hearing {0} has no issue {1}.");

    /// <summary>The promise before this one stands. Argument: its id.</summary>
    public static readonly RefusalReason PreviousStands = new("promise.previous-stands", "前一项承诺 {0} 尚未了结。", "The promise before, {0}, has not ended.");

    /// <summary>The due day is out of range. Arguments: the day, first and last possible day.</summary>
    public static readonly RefusalReason DueOutOfRange = new("promise.due-out-of-range", "期限 {0} 应在 {1} 至 {2} 之间。", "The due day {0} must lie between {1} and {2}.");

    /// <summary>The promise has not been made.</summary>
    public static readonly RefusalReason NotMade = new("promise.not-made", "承诺尚未作出。", "The promise has not been made.");

    /// <summary>The promise has been made.</summary>
    public static readonly RefusalReason AlreadyMade = new("promise.already-made", "承诺已经作出。", "The promise has been made.");

    /// <summary>It is too early to remind. Argument: the first day.</summary>
    public static readonly RefusalReason TooEarlyToRemind = new("promise.too-early-to-remind", "{0} 起才能提醒。", "It is reminded of from {0} on.");

    /// <summary>It is too late to remind. Argument: the due day.</summary>
    public static readonly RefusalReason TooLateToRemind = new("promise.too-late-to-remind", "期限 {0} 已过,不再提醒。", "The due day {0} has passed; there is nothing to remind of.");

    /// <summary>The due day has not passed. Argument: the day.</summary>
    public static readonly RefusalReason NotDue = new("promise.not-due", "期限到 {0} 才届满。", "It is not due before {0} is over.");

    /// <summary>The promise was fulfilled.</summary>
    public static readonly RefusalReason Fulfilled = new("promise.fulfilled", "承诺已经兑现。", "The promise was fulfilled.");

    /// <summary>The promise was withdrawn.</summary>
    public static readonly RefusalReason Withdrawn = new("promise.withdrawn", "承诺已经撤回。", "The promise was withdrawn.");
}
