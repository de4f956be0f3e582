namespace Township.Measures;

/// <summary>Why a command to a measure is refused.</summary>
public static class MeasureRefusals
{
    /// <summary>Only the cadre concerned may do this. Argument: the cadre.</summary>
    public static readonly RefusalReason NotYours = new("measure.not-yours", "只有 {0} 本人可以操作。", "Only {0} may do this.");

    /// <summary>Nobody may decide on a measure that concerns them, or hold its talk.</summary>
    public static readonly RefusalReason Own = new("measure.own",
        "当事人不能办理针对本人的措施，也不能主持对本人的谈话。", "The cadre whom the measure concerns can neither decide on it nor hold the talk.");

    /// <summary>Nobody may decide on a declared relative's measure, or hold its talk. Arguments: the person, the cadre.</summary>
    public static readonly RefusalReason OfRelative = new("measure.of-relative",
        "{0} 与 {1} 有申报的亲属关系，应当回避，由他人办理。", "{0} and {1} are declared relatives; another person must do this.");

    /// <summary>Only a leader or the superior may record the talk.</summary>
    public static readonly RefusalReason NotSuperior = new("measure.not-superior",
        "只有领导小组成员或分管领导可以登记谈话。", "Only a leader or the cadre's superior may record the talk.");

    /// <summary>The notice is not in effect. Argument: its id.</summary>
    public static readonly RefusalReason NoticeNotInEffect = new("measure.notice-not-in-effect",
        "通知书 {0} 目前不在生效状态。", "The notice {0} is not in effect.");

    /// <summary>The notice has not been withdrawn. Argument: its id.</summary>
    public static readonly RefusalReason NoticeStands = new("measure.notice-stands",
        "通知书 {0} 没有撤回，措施不能取消。", "The notice {0} has not been withdrawn, so its measure cannot be cancelled.");

    /// <summary>The measure has not been opened.</summary>
    public static readonly RefusalReason NotOpened = new("measure.not-opened", "措施尚未启动。", "The measure has not been opened.");

    /// <summary>The measure has already been opened.</summary>
    public static readonly RefusalReason AlreadyOpened = new("measure.already-opened", "措施已经启动。", "The measure has already been opened.");

    /// <summary>The action does not apply to a measure of this kind.</summary>
    public static readonly RefusalReason OtherKind = new("measure.other-kind",
        "该措施不适用这一操作。", "This action does not apply to a measure of this kind.");

    /// <summary>The cadre has delivered, and a decision is pending.</summary>
    public static readonly RefusalReason AlreadyDelivered = new("measure.already-delivered",
        "当事人已经提交，等待审定。", "The cadre has delivered already; a decision is pending.");

    /// <summary>Nothing that the cadre delivered waits for a decision.</summary>
    public static readonly RefusalReason NotDelivered = new("measure.not-delivered",
        "当事人没有提交待审定的材料。", "The cadre has delivered nothing that waits for a decision.");

    /// <summary>The due day has not passed. Argument: the day.</summary>
    public static readonly RefusalReason NotDue = new("measure.not-due",
        "措施尚未逾期：期限为 {0}。", "The measure is not overdue: its due day is {0}.");

    /// <summary>The measure is closed or cancelled.</summary>
    public static readonly RefusalReason Over = new("measure.over", "措施已经办结或者取消。", "The measure is closed or cancelled.");
}
