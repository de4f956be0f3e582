namespace Township.Hearings;

/// <summary>Why a command to a hearing is refused. This file: agenda, arrangement and notices.</summary>
public static partial class HearingRefusals
{
    /// <summary>The preparation of the hearing has not begun.</summary>
    public static readonly RefusalReason NotPrepared = new("hearing.not-prepared",
        "听证会尚未开始筹备。", "The preparation of the hearing has not begun.");

    /// <summary>The preparation of the hearing has already begun.</summary>
    public static readonly RefusalReason AlreadyPrepared = new("hearing.already-prepared",
        "听证会已经开始筹备；需要变更议题的，请办理议题变更。", "The preparation of the hearing has already begun; to change its topic, revise the topic.");

    /// <summary>The hearing was cancelled.</summary>
    public static readonly RefusalReason Cancelled = new("hearing.cancelled", "听证会已经取消。", "The hearing was cancelled.");

    /// <summary>The hearing has already been opened.</summary>
    public static readonly RefusalReason AlreadyOpened = new("hearing.already-opened",
        "听证会已经召开，此项只能在召开以前办理。", "The hearing has already been opened; this is only possible before the opening.");

    /// <summary>The hearing has no such issue, or the issue was dropped. Argument: its number.</summary>
    public static readonly RefusalReason NoSuchIssue = new("hearing.no-such-issue",
        "没有第 {0} 项议题，或者该议题已经撤下。", "The hearing has no issue {0}, or the issue was dropped.");

    /// <summary>The hearing has as many issues as it can have. Argument: how many.</summary>
    public static readonly RefusalReason TooManyIssues = new("hearing.too-many-issues",
        "一次听证会最多 {0} 项议题。", "A hearing can have at most {0} issues.");

    /// <summary>The report does not exist, was answered or is part of a hearing. Argument: the report.</summary>
    public static readonly RefusalReason ReportNotOpen = new("hearing.report-not-open",
        "上报问题 {0} 不存在、已经答复或者已经并入听证会。", "The report {0} does not exist, was answered or is already part of a hearing.");

    /// <summary>The hearing already lists the report. Arguments: the report, the issue.</summary>
    public static readonly RefusalReason ReportListed = new("hearing.report-listed",
        "上报问题 {0} 已经列入第 {1} 项议题。", "The report {0} is already listed in issue {1}.");

    /// <summary>The issue does not list the report. Arguments: the issue, the report.</summary>
    public static readonly RefusalReason ReportNotListed = new("hearing.report-not-listed",
        "第 {0} 项议题没有列入上报问题 {1}。", "Issue {0} does not list the report {1}.");

    /// <summary>The opening time is in the past. Argument: the time.</summary>
    public static readonly RefusalReason TimePast = new("hearing.time-past", "召开时间 {0} 已过。", "The opening time {0} is in the past.");

    /// <summary>A change of time, place or participants needs a reason.</summary>
    public static readonly RefusalReason NeedsReason = new("hearing.needs-reason",
        "变更时间、地点或参加对象须说明理由。", "A change of time, place or participants needs a reason.");

    /// <summary>Time and place have not been fixed.</summary>
    public static readonly RefusalReason NotArranged = new("hearing.not-arranged",
        "听证会的时间和地点尚未确定。", "The time and place of the hearing have not been fixed.");

    /// <summary>There is no such task in the work plan. Argument: its number.</summary>
    public static readonly RefusalReason NoSuchTask = new("hearing.no-such-task", "工作计划没有第 {0} 项任务。", "The work plan has no task {0}.");

    /// <summary>The disclosure is not a notice of the current revision. Arguments: the disclosure, the revision.</summary>
    public static readonly RefusalReason NotItsNotice = new("hearing.not-its-notice",
        "政务公开 {0} 不是本听证会第 {1} 版安排的公告。", "The disclosure {0} is not a notice of revision {1} of this hearing's arrangement.");

    /// <summary>The disclosure has not been published. Argument: the disclosure.</summary>
    public static readonly RefusalReason NotPublished = new("hearing.not-published",
        "政务公开 {0} 尚未发布。", "The disclosure {0} has not been published.");

    /// <summary>All publications were made before the revision was fixed. Arguments: the disclosure, when the revision was fixed.</summary>
    public static readonly RefusalReason PublishedBefore = new("hearing.published-before",
        "政务公开 {0} 均在本版安排确定（{1}）以前发布，不能算作本次公布。",
        "All publications of the disclosure {0} were made before this revision was fixed at {1}, so they do not count.");

    /// <summary>Required channels have not published the current revision. Argument: the channels.</summary>
    public static readonly RefusalReason ChannelMissing = new("hearing.channel-missing",
        "本版安排尚未通过以下途径公布：{0}。", "This revision has not been published through these channels: {0}.");

    /// <summary>The notice period is not over. Arguments: the day of the last required publication, the first possible day.</summary>
    public static readonly RefusalReason NoticeTooShort = new("hearing.notice-too-short",
        "公告于 {0} 完成，听证会最早可于 {1} 召开。",
        "The last required channel published the notice on {0}; the hearing can open on {1} at the earliest.");

    /// <summary>The hearing is postponed, or the notices of the revision are not complete. Argument: the revision.</summary>
    public static readonly RefusalReason NoPeriod = new("hearing.no-period",
        "第 {0} 版安排目前没有正在计算的公告期。", "No notice period is running for revision {0} of the arrangement.");

    /// <summary>The hearing is postponed.</summary>
    public static readonly RefusalReason IsPostponed = new("hearing.is-postponed",
        "听证会已延期，须重新确定时间并公告。", "The hearing is postponed; it needs a new time and new notices.");
}
