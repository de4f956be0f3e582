namespace Township.Disclosures;

/// <summary>Why a command to a disclosure is refused.</summary>
public static class DisclosureRefusals
{
    /// <summary>
    /// The subject is not what this kind of disclosure is about, or not a stream of the township. Argument: the form that its name must
    /// have.
    /// </summary>
    public static readonly RefusalReason WrongSubject = new("disclosure.wrong-subject",
        "公开事项须针对编号为 {0} 的卷宗。", "The subject of the disclosure must be a stream of the form {0}.");

    /// <summary>A hearing notice must name the revision of the arrangement that it publishes.</summary>
    public static readonly RefusalReason NeedsRevision = new("disclosure.needs-revision",
        "听证公告须写明所公布的听证安排的版次，版次从 1 开始。", "A hearing notice must name the revision of the arrangement that it publishes, 1 or higher.");

    /// <summary>An issue number is below 1 or named twice, or feedback names none.</summary>
    public static readonly RefusalReason WrongIssues = new("disclosure.wrong-issues",
        "议题编号有误：编号从 1 开始，不得重复；反馈至少须写明一项议题。",
        "The issue numbers are not valid: they start at 1, each may be named once, and feedback must name at least one.");

    /// <summary>The stream is not a published tender notice. Argument: the stream.</summary>
    public static readonly RefusalReason NoTenderNotice = new("disclosure.no-tender-notice",
        "{0} 不是已发布的招标公告。", "{0} is not a published tender notice.");

    /// <summary>The days of display are out of range. Arguments: the fewest, the most.</summary>
    public static readonly RefusalReason DisplayOutOfRange = new("disclosure.display-out-of-range",
        "公示天数应在 {0} 至 {1} 天之间。", "The disclosure must be displayed for {0} to {1} days.");

    /// <summary>The disclosure has not been drafted.</summary>
    public static readonly RefusalReason NotDrafted = new("disclosure.not-drafted", "公开事项尚未拟稿。", "The disclosure has not been drafted.");

    /// <summary>The disclosure has already been drafted.</summary>
    public static readonly RefusalReason AlreadyDrafted = new("disclosure.already-drafted",
        "公开事项已经拟稿。", "The disclosure has already been drafted.");

    /// <summary>Only financial reports are reviewed, approved or sent back.</summary>
    public static readonly RefusalReason NoReview = new("disclosure.no-review",
        "只有财务公开需要审核、批准或退回。", "Only financial reports are reviewed, approved or sent back.");

    /// <summary>Drafting, review and approval must be done by different people. Argument: the person.</summary>
    public static readonly RefusalReason SamePerson = new("disclosure.same-person",
        "{0} 已经参与拟稿或审核；拟稿、审核、批准不得为同一人。",
        "{0} has already drafted or reviewed the text; drafting, review and approval must be done by different people.");

    /// <summary>The text has not been reviewed.</summary>
    public static readonly RefusalReason NotReviewed = new("disclosure.not-reviewed",
        "文稿尚未审核，不能批准。", "The text has not been reviewed and cannot be approved.");

    /// <summary>The text was sent back.</summary>
    public static readonly RefusalReason SentBack = new("disclosure.sent-back",
        "文稿已经退回，须先更正。", "The text was sent back; correct it first.");

    /// <summary>The text has already been reviewed.</summary>
    public static readonly RefusalReason AlreadyReviewed = new("disclosure.already-reviewed",
        "文稿已经审核。", "The text has already been reviewed.");

    /// <summary>The text has not been approved.</summary>
    public static readonly RefusalReason NotApproved = new("disclosure.not-approved",
        "文稿尚未批准，不能发布。", "The text has not been approved and cannot be published.");

    /// <summary>The text has already been approved.</summary>
    public static readonly RefusalReason AlreadyApproved = new("disclosure.already-approved",
        "文稿已经批准。", "The text has already been approved.");

    /// <summary>The text was already published on this channel. Argument: the channel.</summary>
    public static readonly RefusalReason AlreadyPublished = new("disclosure.already-published",
        "文稿已经通过 {0} 发布；内容有误的，请办理更正。", "The text was already published through {0}; to change it, correct the disclosure.");

    /// <summary>The text is public: it is corrected or withdrawn, not sent back.</summary>
    public static readonly RefusalReason IsPublic = new("disclosure.is-public",
        "文稿已经公开，不能退回，请更正或撤回。", "The text is public and cannot be sent back; correct or withdraw it instead.");

    /// <summary>The publication time is later than now. Arguments: the time, now.</summary>
    public static readonly RefusalReason InFuture = new("disclosure.in-future",
        "发布时间 {0} 晚于当前时间（{1}）。", "The publication time {0} is later than the current time, {1}.");

    /// <summary>
    /// The publication time is before the text was drafted or, where it needs approval, approved. Arguments: the time, the earliest
    /// possible one.
    /// </summary>
    public static readonly RefusalReason BeforeText = new("disclosure.before-text",
        "发布时间 {0} 不能早于定稿时间 {1}。", "The publication time {0} is earlier than {1}, when the text was final.");

    /// <summary>The disclosure was withdrawn.</summary>
    public static readonly RefusalReason Withdrawn = new("disclosure.withdrawn", "公开事项已经撤回。", "The disclosure was withdrawn.");
}
