namespace Township.Hearings;

/// <summary>Why a command to a hearing is refused. This file: the sitting and what follows it (H5–H8).</summary>
public static partial class HearingRefusals
{
    /// <summary>The hearing is not in session.</summary>
    public static readonly RefusalReason NotSitting = new("hearing.not-sitting", "听证会目前不在进行中。", "The hearing is not in session.");

    /// <summary>The hearing has no issues.</summary>
    public static readonly RefusalReason NoIssues = new("hearing.no-issues",
        "听证会没有议题，不能召开。", "The hearing has no issues and cannot be opened.");

    /// <summary>It is not the day of the hearing, or not yet the hour of its opening. Argument: the opening time.</summary>
    public static readonly RefusalReason NotYet = new("hearing.not-yet",
        "听证会定于 {0} 召开；到会情况须在当天登记，听证会不得提前召开。",
        "The hearing is arranged for {0}: attendance is recorded on that day, and the hearing cannot be opened earlier.");

    /// <summary>The day of the hearing has passed. Argument: the day.</summary>
    public static readonly RefusalReason DayPassed = new("hearing.day-passed",
        "听证会原定于 {0} 召开，现已过期，须重新确定时间并公告。", "The day of the hearing, {0}, has passed; the hearing needs a new time and new notices.");

    /// <summary>The person is not a member of the leadership team. Argument: the person.</summary>
    public static readonly RefusalReason NotOfTeam = new("hearing.not-of-team",
        "{0} 不是党政班子成员，不能主持听证会。", "{0} is not a member of the leadership team and cannot chair the hearing.");

    /// <summary>
    /// Too few people attend. Arguments: representatives present, representatives needed, officers present, officers needed.
    /// </summary>
    public static readonly RefusalReason NoQuorum = new("hearing.no-quorum",
        "到会人数不足：到会代表 {0} 名（应不少于 {1} 名），听证员 {2} 名（应不少于 {3} 名）。",
        "There is no quorum: {0} representatives attend, at least {1} are needed; {2} officers attend, at least {3} are needed.");

    /// <summary>Only the chair may do this. Argument: the chair.</summary>
    public static readonly RefusalReason NotChair = new("hearing.not-chair", "只有主持人 {0} 可以办理。", "Only the chair, {0}, may do this.");

    /// <summary>The person is not present. Argument: the person.</summary>
    public static readonly RefusalReason NotAttending = new("hearing.not-attending", "{0} 没有到会。", "{0} is not present.");

    /// <summary>Only the speaker or the office may record this. Argument: the speaker.</summary>
    public static readonly RefusalReason NotTheSpeaker = new("hearing.not-the-speaker",
        "只有发言人 {0} 本人或效能办记录员可以记录。", "Only the speaker, {0}, or a clerk of the efficiency office may record this.");

    /// <summary>Only representatives may do this. Argument: the person.</summary>
    public static readonly RefusalReason ForRepresentatives = new("hearing.for-representatives",
        "{0} 不是听证代表；只有听证代表可以提问、发表意见、提出建议和提出议题。",
        "{0} is not a representative; only representatives may ask, state opinions, suggest or raise issues.");

    /// <summary>Only officers may explain. Argument: the person.</summary>
    public static readonly RefusalReason ForOfficers = new("hearing.for-officers",
        "{0} 不是听证员；只有听证员可以释疑。", "{0} is not an officer; only officers may explain.");

    /// <summary>The entry is not a question. Argument: the entry.</summary>
    public static readonly RefusalReason NoSuchQuestion = new("hearing.no-such-question",
        "笔录第 {0} 条不是提问。", "Entry {0} of the minutes is not a question.");

    /// <summary>The question has already been explained. Argument: the entry.</summary>
    public static readonly RefusalReason QuestionExplained = new("hearing.question-explained",
        "笔录第 {0} 条提问已经释疑。", "The question in entry {0} of the minutes has already been explained.");

    /// <summary>The minutes have no such entry. Argument: the entry.</summary>
    public static readonly RefusalReason NoSuchEntry = new("hearing.no-such-entry", "笔录没有第 {0} 条。", "The minutes have no entry {0}.");

    /// <summary>The entry is not a standing objection of this person. Arguments: the entry, the person.</summary>
    public static readonly RefusalReason NoSuchObjection = new("hearing.no-such-objection",
        "笔录第 {0} 条不是 {1} 的有效异议。", "Entry {0} of the minutes is not a standing objection of {1}.");

    /// <summary>The minutes are full. Argument: the most entries.</summary>
    public static readonly RefusalReason MinutesFull = new("hearing.minutes-full",
        "笔录已满，最多 {0} 条。", "The minutes are full: they can have at most {0} entries.");

    /// <summary>The issue has already been concluded or referred. Argument: the issue.</summary>
    public static readonly RefusalReason IssueDecided = new("hearing.issue-decided",
        "第 {0} 项议题已经宣布结论或者移交研究。", "Issue {0} has already been concluded or referred.");

    /// <summary>There are objections, so no conclusion can be announced. Arguments: the issue, the entries of the objections.</summary>
    public static readonly RefusalReason NoAgreement = new("hearing.no-agreement",
        "第 {0} 项议题未形成一致意见（笔录第 {1} 条为异议），不作结论。",
        "No conclusion can be announced on issue {0}: opinions do not agree (objections in entries {1}).");

    /// <summary>Questions are neither explained nor marked as unanswered. Argument: their entries.</summary>
    public static readonly RefusalReason QuestionsOpen = new("hearing.questions-open",
        "笔录中以下各条提问尚未释疑，也未注明未答复：{0}。", "The questions in these entries of the minutes are neither explained nor marked as unanswered: {0}.");

    /// <summary>The sitting has not ended.</summary>
    public static readonly RefusalReason NotHeld = new("hearing.not-held", "听证会尚未结束。", "The sitting of the hearing has not ended.");

    /// <summary>The hearing is closed.</summary>
    public static readonly RefusalReason IsClosed = new("hearing.is-closed",
        "听证会已经结案，只有出现新情况才能重新启动。", "The hearing is closed; it can only be reopened on new facts.");

    /// <summary>The hearing is not closed.</summary>
    public static readonly RefusalReason NotClosed = new("hearing.not-closed", "听证会没有结案。", "The hearing is not closed.");

    /// <summary>The issue was not referred, or the result of its study is already on record. Argument: the issue.</summary>
    public static readonly RefusalReason NotReferred = new("hearing.not-referred",
        "第 {0} 项议题没有移交研究，或者已有研究结果。", "Issue {0} was not referred, or the result of its study is already on record.");

    /// <summary>The deadline is in the past. Argument: the day.</summary>
    public static readonly RefusalReason DeadlinePast = new("hearing.deadline-past", "期限 {0} 已过。", "The deadline {0} is in the past.");

    /// <summary>The issue has no such measure. Arguments: the issue, the measure.</summary>
    public static readonly RefusalReason NoSuchMeasure = new("hearing.no-such-measure",
        "第 {0} 项议题没有第 {1} 项落实措施。", "Issue {0} has no measure {1}.");

    /// <summary>The measure has already been completed. Arguments: the issue, the measure.</summary>
    public static readonly RefusalReason MeasureDone = new("hearing.measure-done",
        "第 {0} 项议题的第 {1} 项落实措施已经完成。", "Measure {1} of issue {0} has already been completed.");

    /// <summary>The deadline has not passed. Argument: the deadline.</summary>
    public static readonly RefusalReason NotOverdue = new("hearing.not-overdue",
        "尚未逾期：期限为 {0}。", "Nothing is overdue: the deadline is {0}.");

    /// <summary>Feedback has been given on all issues.</summary>
    public static readonly RefusalReason FeedbackComplete = new("hearing.feedback-complete",
        "各项议题均已反馈。", "Feedback has been given on all issues.");

    /// <summary>The promise was not made for this issue, or was withdrawn. Arguments: the promise, the issue.</summary>
    public static readonly RefusalReason NotItsPromise = new("hearing.not-its-promise",
        "限时承诺 {0} 不是为本听证会第 {1} 项议题作出的，或者已经撤回。", "The promise {0} was not made for issue {1} of this hearing, or was withdrawn.");

    /// <summary>The disclosure is not feedback on issues of this hearing. Argument: the disclosure.</summary>
    public static readonly RefusalReason NotItsFeedback = new("hearing.not-its-feedback",
        "政务公开 {0} 不是对本听证会议题的反馈。", "The disclosure {0} is not feedback on issues of this hearing.");

    /// <summary>Issues have neither a measure, a promise nor a referral. Argument: their numbers.</summary>
    public static readonly RefusalReason Unaccounted = new("hearing.unaccounted",
        "以下议题没有落实措施、限时承诺或移交研究：{0}。", "These issues have no measure, promise or referral: {0}.");

    /// <summary>Feedback has not been given through all required channels. Argument: the numbers of the issues.</summary>
    public static readonly RefusalReason NotFedBack = new("hearing.not-fed-back",
        "以下议题尚未通过全部规定途径反馈：{0}。", "Feedback on these issues has not been given through all required channels: {0}.");
}
