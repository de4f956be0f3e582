namespace Township.Hearings;

/// <summary>Why a hearing refuses. This file: agenda, arrangement and notices.</summary>
public static partial class HearingRefusals
{
    /// <summary>The hearing has not been begun.</summary>
    public static readonly RefusalReason NotPrepared = new("hearing.not-prepared", "听证会尚未筹备。", "The hearing has not been begun.");

    /// <summary>The hearing has been begun.</summary>
    public static readonly RefusalReason AlreadyPrepared = new("hearing.already-prepared", "听证会已在筹备,变更议题请用变更。", "The hearing has been begun; revise its topic instead.");

    /// <summary>The hearing was cancelled.</summary>
    public static readonly RefusalReason Cancelled = new("hearing.cancelled", "听证会已经取消。", "The hearing was cancelled.");

    /// <summary>Only possible before the sitting.</summary>
    public static readonly RefusalReason AlreadyOpened = new("hearing.already-opened", "听证会已经召开,此项只能在召开以前办理。", "The hearing has been opened; this is possible before only.");

    /// <summary>There is no such issue, or it was dropped. Argument: its number.</summary>
    public static readonly RefusalReason NoSuchIssue = new("hearing.no-such-issue", "没有第 {0} 项议题,或已经撤下。", "There is no issue {0}, or it was dropped.");

    /// <summary>A hearing has at most so many issues. Argument: how many.</summary>
    public static readonly RefusalReason TooManyIssues = new("hearing.too-many-issues", "听证会最多 {0} 项议题。", "A hearing has at most {0} issues.");

    /// <summary>The report is not open. Argument: the report.</summary>
    public static readonly RefusalReason ReportNotOpen = new("hearing.report-not-open", "上报问题 {0} 不存在、已答复或已并入其他听证会。", "The report {0} does not exist, was answered, or is in a hearing.");

    /// <summary>The hearing lists the report already. Arguments: the report, the issue.</summary>
    public static readonly RefusalReason ReportListed = new("hearing.report-listed", "上报问题 {0} 已列入第 {1} 项议题。", "The report {0} is in issue {1} already.");

    /// <summary>The issue does not list the report. Arguments: the issue, the report.</summary>
    public static readonly RefusalReason ReportNotListed = new("hearing.report-not-listed", "第 {0} 项议题没有列入上报问题 {1}。", "Issue {0} does not list the report {1}.");

    /// <summary>The time is past. Argument: the time.</summary>
    public static readonly RefusalReason TimePast = new("hearing.time-past", "召开时间 {0} 已过。", "The time {0} is past.");

    /// <summary>A change needs a reason.</summary>
    public static readonly RefusalReason NeedsReason = new("hearing.needs-reason", "变更时间、地点或参加对象须说明理由。", "A change of time, place or participants needs a reason.");

    /// <summary>Time and place have not been fixed.</summary>
    public static readonly RefusalReason NotArranged = new("hearing.not-arranged", "尚未确定时间和地点。", "Time and place have not been fixed.");

    /// <summary>There is no such task in the work plan. Argument: its number.</summary>
    public static readonly RefusalReason NoSuchTask = new("hearing.no-such-task", "工作计划没有第 {0} 项任务。", "The work plan has no task {0}.");

    /// <summary>The disclosure is not a published notice of the current revision. Arguments: the disclosure, the revision.</summary>
    public static readonly RefusalReason NotItsNotice = new("hearing.not-its-notice",
        "政务公开 {0} 不是本听证会第 {1} 版安排的公告。", "The disclosure {0} is no notice of revision {1} of this hearing.");

    /// <summary>The disclosure has not been published. Argument: the disclosure.</summary>
    public static readonly RefusalReason NotPublished = new("hearing.not-published", "政务公开 {0} 尚未发布。", "The disclosure {0} has not been published.");

    /// <summary>Everything was published before the revision was there. Arguments: the disclosure, since when the revision is there.</summary>
    public static readonly RefusalReason PublishedBefore = new("hearing.published-before",
        "政务公开 {0} 的发布早于 {1},不能算作本次公布。", "All that {0} published was before {1} and does not count.");

    /// <summary>A required channel has not published the current revision. Argument: the channels.</summary>
    public static readonly RefusalReason ChannelMissing = new("hearing.channel-missing", "本版安排尚未通过以下途径公布:{0}。", "This revision has not been published through: {0}.");

    /// <summary>The notice period is not over. Arguments: the later publication, the first possible day.</summary>
    public static readonly RefusalReason NoticeTooShort = new("hearing.notice-too-short",
        "公告于 {0} 完成,听证会最早可于 {1} 召开。", "The last required channel published on {0}; the hearing opens on {1} at the earliest.");

    /// <summary>That revision is not the current one, or its notices are not complete. Argument: the revision.</summary>
    public static readonly RefusalReason NoPeriod = new("hearing.no-period", "第 {0} 版安排没有在计算的公告期。", "Revision {0} has no notice period that runs.");

    /// <summary>The hearing is postponed.</summary>
    public static readonly RefusalReason IsPostponed = new("hearing.is-postponed", "听证会已延期,须重新确定时间并公告。", "The hearing is postponed; it needs a new time and new notices.");
}
