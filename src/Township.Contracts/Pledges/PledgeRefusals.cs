namespace Township.Pledges;

/// <summary>Why a command to a pledge is refused.</summary>
public static class PledgeRefusals
{
    /// <summary>Only the cadre may do this. Argument: the cadre.</summary>
    public static readonly RefusalReason NotYours = new("pledge.not-yours", "只有 {0} 本人可以操作。", "Only {0} may do this.");

    /// <summary>Nobody may approve, exempt, observe, verify or correct their own pledge.</summary>
    public static readonly RefusalReason Own = new("pledge.own",
        "不能对本人的承诺进行审批、豁免、监督、核实或者更正，须由他人办理。",
        "You cannot approve, exempt, observe, verify or correct your own pledge; another person must do it.");

    /// <summary>Nobody may observe or verify a declared relative's pledge. Arguments: the actor, the cadre.</summary>
    public static readonly RefusalReason OfRelative = new("pledge.of-relative",
        "{0} 与 {1} 有申报的亲属关系，应当回避，由他人办理。", "{0} and {1} are declared relatives; another person must do this.");

    /// <summary>Only the superior or a leader may decide on amendments.</summary>
    public static readonly RefusalReason NotSuperior = new("pledge.not-superior",
        "只有分管领导或领导小组成员可以审批变更。", "Only the cadre's superior or a leader may decide on amendments.");

    /// <summary>The supervisor is not in office. Argument: the supervisor.</summary>
    public static readonly RefusalReason NotInOffice = new("pledge.supervisor-not-in-office",
        "监督员 {0} 目前不在聘期内。", "The supervisor {0} is not in office.");

    /// <summary>The cadre is not in the township in that month. Arguments: the cadre, the month.</summary>
    public static readonly RefusalReason NotInTownship = new("pledge.not-in-township",
        "{0} 在 {1} 不是本乡镇干部。", "{0} is not a cadre of the township in {1}.");

    /// <summary>It is too early to pledge. Argument: the first possible day.</summary>
    public static readonly RefusalReason NotYet = new("pledge.not-yet", "{0} 以前不能承诺。", "The pledge cannot be made before {0}.");

    /// <summary>It is too late to pledge or amend. Argument: the last possible day.</summary>
    public static readonly RefusalReason TooLate = new("pledge.too-late",
        "{0} 以后不能再承诺或变更。", "The pledge cannot be made or amended after {0}.");

    /// <summary>No form has been issued for the month. Argument: the month.</summary>
    public static readonly RefusalReason NoForm = new("pledge.no-form", "尚未印发 {0} 适用的工作月承诺表。", "No pledge form has been issued for {0}.");

    /// <summary>Another version of the form is in force. Arguments: the version named, the one in force.</summary>
    public static readonly RefusalReason WrongForm = new("pledge.wrong-form",
        "承诺表版本 {0} 不适用，应使用版本 {1}。", "Version {0} of the form is not in force; use version {1}.");

    /// <summary>The form asks for another number of items. Arguments: given, fewest, most.</summary>
    public static readonly RefusalReason WrongNumber = new("pledge.wrong-number-of-items",
        "填写了 {0} 项，应为 {1} 至 {2} 项。", "The pledge has {0} items; the form asks for {1} to {2}.");

    /// <summary>The month has started: the pledge is amended, not written again.</summary>
    public static readonly RefusalReason NeedsAmendment = new("pledge.needs-amendment",
        "当月已经开始，修改须申请变更。", "The month has started; request an amendment instead.");

    /// <summary>The month has not started: the pledge is written again, not amended.</summary>
    public static readonly RefusalReason WriteAgain = new("pledge.write-again",
        "当月尚未开始，可以直接重新填写。", "The month has not started; write the pledge again instead.");

    /// <summary>The statement is already on record.</summary>
    public static readonly RefusalReason AlreadyStated = new("pledge.already-stated",
        "会议表态发言已经记录。", "The statement at a meeting is already on record.");

    /// <summary>Form and statement are not both on record.</summary>
    public static readonly RefusalReason NotPledged = new("pledge.not-pledged",
        "尚未完成承诺：书面承诺和会议表态发言须齐备。", "The cadre has not pledged yet: the form and the statement must both be on record.");

    /// <summary>Form and statement are both on record.</summary>
    public static readonly RefusalReason IsPledged = new("pledge.is-pledged",
        "该干部当月已经完成承诺。", "The cadre has already pledged for the month.");

    /// <summary>An amendment waits for a decision. Argument: its number.</summary>
    public static readonly RefusalReason AmendmentOpen = new("pledge.amendment-open",
        "第 {0} 号变更申请尚未审批。", "Amendment {0} has not been decided on.");

    /// <summary>No such amendment waits for a decision. Argument: its number.</summary>
    public static readonly RefusalReason NoSuchAmendment = new("pledge.no-such-amendment",
        "没有待审批的第 {0} 号变更申请。", "No amendment {0} is waiting for a decision.");

    /// <summary>The cadre is exempt.</summary>
    public static readonly RefusalReason IsExempt = new("pledge.is-exempt", "该干部当月已豁免。", "The cadre is exempt this month.");

    /// <summary>The cadre is not exempt.</summary>
    public static readonly RefusalReason NotExempt = new("pledge.not-exempt", "该干部当月没有豁免。", "The cadre is not exempt this month.");

    /// <summary>
    /// The recorded leaves do not cover all days of the month on which the cadre is in the township. Argument: the month.
    /// </summary>
    public static readonly RefusalReason NoLeave = new("pledge.no-leave",
        "请假记录没有覆盖 {0} 全月。", "The recorded leaves do not cover the whole of {0}.");

    /// <summary>The cadre did not change post in the month. Argument: the month.</summary>
    public static readonly RefusalReason NoTransfer = new("pledge.no-transfer",
        "干部档案中没有 {0} 岗位变动的记录。", "The cadre's record shows no change of post in {0}.");

    /// <summary>The cadre's record shows no departure in or before the month. Argument: the month.</summary>
    public static readonly RefusalReason NoDeparture = new("pledge.no-departure",
        "干部档案中没有在 {0} 或以前离开的记录。", "The cadre's record shows no departure in or before {0}.");

    /// <summary>The cadre has left. Argument: when.</summary>
    public static readonly RefusalReason HasLeft = new("pledge.has-left",
        "该干部已于 {0} 离开，应当登记离任。", "The cadre left on {0}; record the departure instead.");

    /// <summary>The date is not in the month. Arguments: the date, the month.</summary>
    public static readonly RefusalReason NotInMonth = new("pledge.not-in-month",
        "日期 {0} 不在 {1} 当月内。", "The date {0} is not in the month {1}.");

    /// <summary>The month is not over. Argument: its last day, or the due day where that is later.</summary>
    public static readonly RefusalReason NotOver = new("pledge.not-over",
        "在 {0} 结束以前，不能认定未承诺或未履诺。", "The pledge cannot be marked as missed or verified as unfulfilled until {0} has passed.");

    /// <summary>The findings do not cover each item exactly once. Argument: how many items there are.</summary>
    public static readonly RefusalReason WrongFindings = new("pledge.wrong-findings",
        "核实须对全部 {0} 项逐项作出结论，每项一次。", "The findings must cover each of the {0} items exactly once.");

    /// <summary>The pledge has been marked as missed.</summary>
    public static readonly RefusalReason IsMissed = new("pledge.is-missed", "当月已认定未承诺。", "The pledge has been marked as missed.");

    /// <summary>The pledge has not been marked as missed.</summary>
    public static readonly RefusalReason NotMissed = new("pledge.not-missed", "当月没有认定未承诺。", "The pledge has not been marked as missed.");

    /// <summary>The pledge has already been verified.</summary>
    public static readonly RefusalReason IsVerified = new("pledge.is-verified", "承诺已经核实。", "The pledge has already been verified.");

    /// <summary>The pledge has not been verified.</summary>
    public static readonly RefusalReason NotVerified = new("pledge.not-verified", "承诺尚未核实。", "The pledge has not been verified.");

    /// <summary>The cadre has left and the pledge is closed.</summary>
    public static readonly RefusalReason IsReleased = new("pledge.is-released",
        "该干部已离任，承诺已终止。", "The cadre has left; the pledge is closed.");
}
