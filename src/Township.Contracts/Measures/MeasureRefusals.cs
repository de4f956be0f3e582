namespace Township.Measures;

/// <summary>Why a measure refuses.</summary>
public static class MeasureRefusals
{
    /// <summary>The cadre concerned, and nobody else. Argument: the cadre.</summary>
    public static readonly RefusalReason NotYours = new("measure.not-yours", "只有 {0} 本人可以操作。", "Only {0} may do this.");

    /// <summary>Nobody decides on a measure that concerns them.</summary>
    public static readonly RefusalReason Own = new("measure.own", "不能办理针对本人的措施。", "Nobody decides on a measure that concerns them.");

    /// <summary>Nobody decides on a declared relative's measure. Arguments: the person, the cadre.</summary>
    public static readonly RefusalReason OfRelative = new("measure.of-relative", "{0} 与 {1} 有申报的亲属关系,应当回避。", "{0} and {1} are declared relatives.");

    /// <summary>Only a leader or the superior records the talk.</summary>
    public static readonly RefusalReason NotSuperior = new("measure.not-superior", "只有领导小组成员或分管领导可以登记谈话。", "Only a leader or the cadre's superior records a talk.");

    /// <summary>The notice is not in effect. Argument: its id.</summary>
    public static readonly RefusalReason NoticeNotInEffect = new("measure.notice-not-in-effect", "通知书 {0} 没有生效。", "The notice {0} is not in effect.");

    /// <summary>The notice stands. Argument: its id.</summary>
    public static readonly RefusalReason NoticeStands = new("measure.notice-stands", "通知书 {0} 没有撤回,措施不能取消。", "The notice {0} stands; its measure cannot be cancelled.");

    /// <summary>The measure has not been opened.</summary>
    public static readonly RefusalReason NotOpened = new("measure.not-opened", "措施尚未启动。", "The measure has not been opened.");

    /// <summary>The measure has been opened.</summary>
    public static readonly RefusalReason AlreadyOpened = new("measure.already-opened", "措施已经启动。", "The measure has been opened.");

    /// <summary>The measure is of another kind.</summary>
    public static readonly RefusalReason OtherKind = new("measure.other-kind", "该措施不适用这一操作。", "This is not for a measure of this kind.");

    /// <summary>What the cadre delivered has not been decided on.</summary>
    public static readonly RefusalReason AlreadyDelivered = new("measure.already-delivered", "已经提交,等待审定。", "It has been delivered and waits for a decision.");

    /// <summary>The cadre has not delivered.</summary>
    public static readonly RefusalReason NotDelivered = new("measure.not-delivered", "当事人尚未提交。", "Nothing has been delivered.");

    /// <summary>The due day has not passed. Argument: the day.</summary>
    public static readonly RefusalReason NotDue = new("measure.not-due", "期限到 {0} 才届满。", "It is not due before {0} is over.");

    /// <summary>The measure is over.</summary>
    public static readonly RefusalReason Over = new("measure.over", "措施已经办结或取消。", "The measure is closed or cancelled.");
}
