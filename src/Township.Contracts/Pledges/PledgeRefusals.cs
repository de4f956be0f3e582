namespace Township.Pledges;

/// <summary>Why a pledge refuses.</summary>
public static class PledgeRefusals
{
    /// <summary>Only the cadre writes. Argument: the cadre.</summary>
    public static readonly RefusalReason NotYours = new("pledge.not-yours", "只有 {0} 本人可以操作。", "Only {0} may do this.");

    /// <summary>Nobody approves, exempts or verifies what is their own.</summary>
    public static readonly RefusalReason Own = new("pledge.own", "不能审批、豁免或核实本人的承诺。", "Nobody approves, exempts, observes or verifies their own pledge.");

    /// <summary>Nobody judges a declared relative. Arguments: the actor, the cadre.</summary>
    public static readonly RefusalReason OfRelative = new("pledge.of-relative", "{0} 与 {1} 有申报的亲属关系,应当回避。", "{0} and {1} are declared relatives.");

    /// <summary>Only the superior or a leader decides on amendments.</summary>
    public static readonly RefusalReason NotSuperior = new("pledge.not-superior", "只有分管领导或领导小组成员可以审批变更。", "Only the cadre's superior or a leader decides on amendments.");

    /// <summary>The supervisor is not in office today. Argument: the supervisor.</summary>
    public static readonly RefusalReason NotInOffice = new("pledge.supervisor-not-in-office", "监督员 {0} 目前不在聘期内。", "The supervisor {0} is not in office.");

    /// <summary>The cadre is not in the township in that month. Arguments: the cadre, the month.</summary>
    public static readonly RefusalReason NotInTownship = new("pledge.not-in-township", "{0} 在 {1} 不是本乡镇干部。", "{0} is not a cadre of the township in {1}.");

    /// <summary>Too early to pledge. Argument: the first possible day.</summary>
    public static readonly RefusalReason NotYet = new("pledge.not-yet", "{0} 以前不能承诺。", "Nothing can be pledged before {0}.");

    /// <summary>Too late to pledge. Argument: the last possible day.</summary>
    public static readonly RefusalReason TooLate = new("pledge.too-late", "{0} 以后不能再承诺或变更。", "Nothing can be pledged or amended after {0}.");

    /// <summary>No form has been issued for the month. Argument: the month.</summary>
    public static readonly RefusalReason NoForm = new("pledge.no-form", "尚未印发 {0} 适用的工作月承诺表。", "No pledge form has been issued for {0}.");

    /// <summary>Another version of the form is in force. Arguments: the version named, the one in force.</summary>
    public static readonly RefusalReason WrongForm = new("pledge.wrong-form", "承诺表版本 {0} 不适用,应使用版本 {1}。", "The form's version {0} is not in force; use version {1}.");

    /// <summary>The form asks for another number of items. Arguments: given, fewest, most.</summary>
    public static readonly RefusalReason WrongNumber = new("pledge.wrong-number-of-items", "填写了 {0} 项,应为 {1} 至 {2} 项。", "{0} items; the form asks for {1} to {2}.");

    /// <summary>The month has started: use an amendment.</summary>
    public static readonly RefusalReason NeedsAmendment = new("pledge.needs-amendment", "当月已经开始,修改须申请变更。", "The month has started; ask for an amendment.");

    /// <summary>The month has not started: write again instead of amending.</summary>
    public static readonly RefusalReason WriteAgain = new("pledge.write-again", "当月尚未开始,可以直接重新填写。", "The month has not started; just write again.");

    /// <summary>A statement is on record already.</summary>
    public static readonly RefusalReason AlreadyStated = new("pledge.already-stated", "会议表态发言已经记录。", "The statement is on record already.");

    /// <summary>Form and statement are not both on record.</summary>
    public static readonly RefusalReason NotPledged = new("pledge.not-pledged", "书面承诺和会议表态未齐备。", "Form and statement are not both on record.");

    /// <summary>Form and statement are both on record.</summary>
    public static readonly RefusalReason IsPledged = new("pledge.is-pledged", "已经完成承诺。", "The cadre has pledged.");

    /// <summary>An amendment is waiting. Argument: its number.</summary>
    public static readonly RefusalReason AmendmentOpen = new("pledge.amendment-open", "第 {0} 号变更申请尚未审批。", "Amendment {0} has not been decided.");

    /// <summary>No such amendment is waiting. Argument: its number.</summary>
    public static readonly RefusalReason NoSuchAmendment = new("pledge.no-such-amendment", "没有待审批的第 {0} 号变更申请。", "No amendment {0} is waiting for a decision.");

    /// <summary>The cadre is exempt.</summary>
    public static readonly RefusalReason IsExempt = new("pledge.is-exempt", "该干部当月已豁免。", "The cadre is exempt this month.");

    /// <summary>The cadre is not exempt.</summary>
    public static readonly RefusalReason NotExempt = new("pledge.not-exempt", "该干部当月没有豁免。", "The cadre is not exempt this month.");

    /// <summary>No recorded leaves cover all of the month in which the cadre is there. Argument: the month.</summary>
    public static readonly RefusalReason NoLeave = new("pledge.no-leave", "没有覆盖 {0} 全月的请假记录。", "No recorded leave covers {0}.");

    /// <summary>The cadre did not change post in the month. Argument: the month.</summary>
    public static readonly RefusalReason NoTransfer = new("pledge.no-transfer", "{0} 没有岗位变动记录。", "The cadre's record shows no change of post in {0}.");

    /// <summary>The cadre is in the township. Argument: the month.</summary>
    public static readonly RefusalReason NoDeparture = new("pledge.no-departure", "没有在 {0} 或之前离开的记录。", "The cadre's record shows no departure in or before {0}.");

    /// <summary>The cadre left in the month: record the departure instead. Argument: when.</summary>
    public static readonly RefusalReason HasLeft = new("pledge.has-left", "该干部已于 {0} 离开,应当登记离任。", "The cadre left on {0}: record the departure.");

    /// <summary>The date does not lie in the month. Arguments: the date, the month.</summary>
    public static readonly RefusalReason NotInMonth = new("pledge.not-in-month", "{0} 不在 {1} 内。", "{0} does not lie in {1}.");

    /// <summary>The month is not over. Argument: its last day, or the due day where that is later.</summary>
    public static readonly RefusalReason NotOver = new("pledge.not-over", "{0} 结束以前不能认定。", "This cannot be said before {0} is over.");

    /// <summary>The findings do not name every item once. Argument: how many items there are.</summary>
    public static readonly RefusalReason WrongFindings = new("pledge.wrong-findings", "核实必须对全部 {0} 项各作一次结论。", "The findings must name each of the {0} items exactly once.");

    /// <summary>The pledge was missed.</summary>
    public static readonly RefusalReason IsMissed = new("pledge.is-missed", "当月已认定未承诺。", "The pledge was missed.");

    /// <summary>The pledge was not marked as missed.</summary>
    public static readonly RefusalReason NotMissed = new("pledge.not-missed", "当月没有认定未承诺。", "The pledge was not marked as missed.");

    /// <summary>The pledge has been verified.</summary>
    public static readonly RefusalReason IsVerified = new("pledge.is-verified", "承诺已经核实。", "The pledge has been verified.");

    /// <summary>The pledge has not been verified.</summary>
    public static readonly RefusalReason NotVerified = new("pledge.not-verified", "承诺尚未核实。", "The pledge has not been verified.");

    /// <summary>The cadre has left and the pledge is closed.</summary>
    public static readonly RefusalReason IsReleased = new("pledge.is-released", "该干部已离任,承诺已终止。", "The cadre has left; the pledge is closed.");
}
