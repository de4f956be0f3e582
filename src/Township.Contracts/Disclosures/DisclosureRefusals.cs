namespace Township.Disclosures;

/// <summary>Why a disclosure refuses.</summary>
public static class DisclosureRefusals
{
    /// <summary>This kind is about something else, or the subject is no stream of the township. Argument: what it must be.</summary>
    public static readonly RefusalReason WrongSubject = new("disclosure.wrong-subject", "公开事项应针对 {0}。", "What is disclosed must be about {0}.");

    /// <summary>A hearing notice says which revision of the arrangement it publishes.</summary>
    public static readonly RefusalReason NeedsRevision = new("disclosure.needs-revision", "听证公告须写明听证安排的版次。", "A hearing notice names the revision of the arrangement.");

    /// <summary>Numbers of issues are positive, each once; feedback is about at least one.</summary>
    public static readonly RefusalReason WrongIssues = new("disclosure.wrong-issues", "议题编号有误:反馈须写明议题,编号不得重复。", "The numbers of issues are wrong: feedback names at least one, each once.");

    /// <summary>The tender notice is not published. Argument: its id.</summary>
    public static readonly RefusalReason NoTenderNotice = new("disclosure.no-tender-notice", "{0} 不是已发布的招标公告。", "{0} is not a published tender notice.");

    /// <summary>The days of display are out of range. Arguments: fewest, most.</summary>
    public static readonly RefusalReason DisplayOutOfRange = new("disclosure.display-out-of-range", "公示天数必须在 {0} 至 {1} 之间。", "It must be displayed for {0} to {1} days.");

    /// <summary>It has not been drafted.</summary>
    public static readonly RefusalReason NotDrafted = new("disclosure.not-drafted", "公开事项尚未拟稿。", "The disclosure has not been drafted.");

    /// <summary>It has been drafted.</summary>
    public static readonly RefusalReason AlreadyDrafted = new("disclosure.already-drafted", "公开事项已经拟稿。", "The disclosure has been drafted.");

    /// <summary>Only financial reports are reviewed and approved.</summary>
    public static readonly RefusalReason NoReview = new("disclosure.no-review", "只有财务公开需要报审。", "Only financial reports are reviewed and approved.");

    /// <summary>Drafting, review and approval take different people. Argument: the person.</summary>
    public static readonly RefusalReason SamePerson = new("disclosure.same-person", "{0} 已经参与拟稿或审核,拟稿、审核、批准不得为同一人。", "{0} has drafted or reviewed it; drafting, review and approval take different people.");

    /// <summary>It has not been reviewed.</summary>
    public static readonly RefusalReason NotReviewed = new("disclosure.not-reviewed", "尚未审核。", "It has not been reviewed.");

    /// <summary>It was sent back.</summary>
    public static readonly RefusalReason SentBack = new("disclosure.sent-back", "已经退回,须先更正。", "It was sent back; correct it first.");

    /// <summary>It has been reviewed.</summary>
    public static readonly RefusalReason AlreadyReviewed = new("disclosure.already-reviewed", "已经审核。", "It has been reviewed.");

    /// <summary>It has not been approved.</summary>
    public static readonly RefusalReason NotApproved = new("disclosure.not-approved", "尚未批准,不能发布。", "It has not been approved and cannot be published.");

    /// <summary>It has been approved.</summary>
    public static readonly RefusalReason AlreadyApproved = new("disclosure.already-approved", "已经批准。", "It has been approved.");

    /// <summary>The text was published on this channel. Argument: the channel.</summary>
    public static readonly RefusalReason AlreadyPublished = new("disclosure.already-published", "已经通过 {0} 发布,内容有误请更正。", "It was published through {0}; correct it instead.");

    /// <summary>The text is public. It is corrected, not sent back.</summary>
    public static readonly RefusalReason IsPublic = new("disclosure.is-public", "已经公开,不能退回,请更正或撤回。", "It is public; correct or withdraw it instead.");

    /// <summary>The moment of publication lies in the future. Arguments: the moment, now.</summary>
    public static readonly RefusalReason InFuture = new("disclosure.in-future", "发布时间 {0} 晚于现在({1})。", "The publication at {0} is later than now, {1}.");

    /// <summary>Nothing is published before its text is there, or approved. Arguments: the moment, the earliest one.</summary>
    public static readonly RefusalReason BeforeText = new("disclosure.before-text", "发布时间 {0} 不能早于定稿时间 {1}。", "The publication at {0} is before its text of {1}.");

    /// <summary>It was withdrawn.</summary>
    public static readonly RefusalReason Withdrawn = new("disclosure.withdrawn", "公开事项已经撤回。", "The disclosure was withdrawn.");
}
