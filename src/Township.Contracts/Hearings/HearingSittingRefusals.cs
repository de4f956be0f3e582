namespace Township.Hearings;

/// <summary>The sitting and what follows it (H5–H8).</summary>
public static partial class HearingRefusals
{
    /// <summary>The hearing does not sit.</summary>
    public static readonly RefusalReason NotSitting = new("hearing.not-sitting", "听证会没有在进行。", "The hearing does not sit.");

    /// <summary>There is no issue to hear.</summary>
    public static readonly RefusalReason NoIssues = new("hearing.no-issues", "没有议题。", "There are no issues.");

    /// <summary>It is not the day or not yet the hour. Argument: the time.</summary>
    public static readonly RefusalReason NotYet = new("hearing.not-yet", "听证会定于 {0} 召开。", "The hearing begins at {0}.");

    /// <summary>Its day has passed; it needs a new time. Argument: the day.</summary>
    public static readonly RefusalReason DayPassed = new("hearing.day-passed", "听证会原定于 {0} 召开,须重新确定时间并公告。", "The hearing was for {0}; it needs a new time and new notices.");

    /// <summary>Not of the leadership team. Argument: the person.</summary>
    public static readonly RefusalReason NotOfTeam = new("hearing.not-of-team", "{0} 不是党政班子成员,不能主持听证会。", "{0} is not of the leadership team and cannot chair the hearing.");

    /// <summary>Too few attend. Arguments: representatives there, representatives needed, officers there, officers needed.</summary>
    public static readonly RefusalReason NoQuorum = new("hearing.no-quorum",
        "到会代表 {0} 名(应不少于 {1} 名),听证员 {2} 名(应不少于 {3} 名)。", "{0} of at least {1} representatives and {2} of at least {3} officers attend.");

    /// <summary>Only the chair. Argument: the chair.</summary>
    public static readonly RefusalReason NotChair = new("hearing.not-chair", "只有主持人 {0} 可以办理。", "Only the chair, {0}, may do this.");

    /// <summary>The person does not attend. Argument: the person.</summary>
    public static readonly RefusalReason NotAttending = new("hearing.not-attending", "{0} 没有到会。", "{0} does not attend.");

    /// <summary>Only the speaker, or the office's clerk. Argument: the speaker.</summary>
    public static readonly RefusalReason NotTheSpeaker = new("hearing.not-the-speaker", "只有发言人 {0} 本人或效能办记录员可以记录。", "Only {0}, who speaks, or a clerk of the office may write this.");

    /// <summary>Only representatives do this. Argument: the person.</summary>
    public static readonly RefusalReason ForRepresentatives = new("hearing.for-representatives", "{0} 不是听证代表。", "{0} is not a representative; only they may do this.");

    /// <summary>Only officers explain. Argument: the person.</summary>
    public static readonly RefusalReason ForOfficers = new("hearing.for-officers", "{0} 不是听证员,不能释疑。", "{0} is not an officer; only they explain.");

    /// <summary>There is no such question. Argument: the entry.</summary>
    public static readonly RefusalReason NoSuchQuestion = new("hearing.no-such-question", "笔录第 {0} 条不是提问。", "Entry {0} is not a question.");

    /// <summary>The question was explained. Argument: the entry.</summary>
    public static readonly RefusalReason QuestionExplained = new("hearing.question-explained", "第 {0} 条提问已经释疑。", "The question {0} was explained.");

    /// <summary>There is no such entry. Argument: the entry.</summary>
    public static readonly RefusalReason NoSuchEntry = new("hearing.no-such-entry", "笔录没有第 {0} 条。", "The minutes have no entry {0}.");

    /// <summary>There is no such objection of this person. Arguments: the entry, the person.</summary>
    public static readonly RefusalReason NoSuchObjection = new("hearing.no-such-objection", "笔录第 {0} 条不是 {1} 的有效异议。", "Entry {0} is not a standing objection of {1}.");

    /// <summary>The minutes are full. Argument: the most entries.</summary>
    public static readonly RefusalReason MinutesFull = new("hearing.minutes-full", "笔录最多 {0} 条。", "The minutes hold at most {0} entries.");

    /// <summary>The issue was decided. Argument: the issue.</summary>
    public static readonly RefusalReason IssueDecided = new("hearing.issue-decided", "第 {0} 项议题已经宣布结论或移交研究。", "Issue {0} was concluded or referred.");

    /// <summary>Somebody objects. Arguments: the issue, the entries of the objections.</summary>
    public static readonly RefusalReason NoAgreement = new("hearing.no-agreement", "第 {0} 项议题未形成一致意见(异议:{1}),不作结论。", "There is no agreement on issue {0} (objections: {1}), and so no conclusion.");

    /// <summary>Questions are open. Argument: their entries.</summary>
    public static readonly RefusalReason QuestionsOpen = new("hearing.questions-open", "以下提问尚未释疑,也未注明未答复:{0}。", "These questions are neither explained nor marked unanswered: {0}.");

    /// <summary>The sitting has not ended.</summary>
    public static readonly RefusalReason NotHeld = new("hearing.not-held", "听证会尚未结束。", "The sitting has not ended.");

    /// <summary>The hearing is closed.</summary>
    public static readonly RefusalReason IsClosed = new("hearing.is-closed", "听证会已经结案,只有出现新情况才能重新启动。", "The hearing is closed; only new facts reopen it.");

    /// <summary>The hearing is not closed.</summary>
    public static readonly RefusalReason NotClosed = new("hearing.not-closed", "听证会没有结案。", "The hearing is not closed.");

    /// <summary>The issue was not referred. Argument: the issue.</summary>
    public static readonly RefusalReason NotReferred = new("hearing.not-referred", "第 {0} 项议题没有移交研究,或已有研究结果。", "Issue {0} is not referred, or its result is on record.");

    /// <summary>The deadline is past. Argument: the day.</summary>
    public static readonly RefusalReason DeadlinePast = new("hearing.deadline-past", "期限 {0} 已过。", "The deadline {0} is past.");

    /// <summary>There is no such measure. Arguments: the issue, the measure.</summary>
    public static readonly RefusalReason NoSuchMeasure = new("hearing.no-such-measure", "第 {0} 项议题没有第 {1} 项落实措施。", "Issue {0} has no measure {1}.");

    /// <summary>The measure is done. Arguments: the issue, the measure.</summary>
    public static readonly RefusalReason MeasureDone = new("hearing.measure-done", "第 {0} 项议题的第 {1} 项落实措施已经完成。", "Measure {1} of issue {0} is done.");

    /// <summary>It is not late. Argument: the deadline.</summary>
    public static readonly RefusalReason NotOverdue = new("hearing.not-overdue", "期限 {0} 未过或无需提醒。", "It is not late; its last day is {0}.");

    /// <summary>All feedback was given.</summary>
    public static readonly RefusalReason FeedbackComplete = new("hearing.feedback-complete", "各项议题均已反馈。", "The feedback on all issues was given.");

    /// <summary>The promise was not made for this issue, or does not stand. Arguments: the promise, the issue.</summary>
    public static readonly RefusalReason NotItsPromise = new("hearing.not-its-promise", "承诺 {0} 不是为本听证会第 {1} 项议题作出的有效承诺。", "The promise {0} was not made for issue {1} of this hearing, or was withdrawn.");

    /// <summary>The disclosure is no feedback of this hearing. Argument: the disclosure.</summary>
    public static readonly RefusalReason NotItsFeedback = new("hearing.not-its-feedback", "政务公开 {0} 不是本听证会的反馈。", "The disclosure {0} is no feedback of this hearing.");

    /// <summary>Issues that nothing accounts for. Argument: their numbers.</summary>
    public static readonly RefusalReason Unaccounted = new("hearing.unaccounted",
        "以下议题没有落实措施、承诺或移交研究:{0}。", "These issues have neither measure, promise nor referral: {0}.");

    /// <summary>Issues whose feedback is not complete. Argument: their numbers.</summary>
    public static readonly RefusalReason NotFedBack = new("hearing.not-fed-back", "以下议题尚未通过全部规定途径反馈:{0}。", "The feedback on these issues is not complete: {0}.");
}
