using Township.Townships;

namespace Township.Hearings;

/// <summary>
/// What happened to a hearing. Stored; see docs/formats.md before changing anything. This file: agenda, arrangement, notices.
/// </summary>
public abstract partial record HearingEvent
{
    private HearingEvent() { }

    /// <summary>The hearing was begun, under the policy in force.</summary>
    [EventName("hearing.prepared")]
    [Title("听证会开始筹备", "Hearing begun")]
    public sealed record Prepared(string Topic, HearingPolicy Policy, string By) : HearingEvent;

    /// <summary>The topic changed. Here and below, the revision is null until time and place are fixed.</summary>
    [EventName("hearing.topic-revised")]
    [Title("议题主题已修改", "Topic revised")]
    public sealed record TopicRevised(string Topic, PersonalText Reason, HearingRevision? Revision) : HearingEvent;

    /// <summary>An issue was added.</summary>
    [EventName("hearing.issue-added")]
    [Title("议题已增加", "Issue added")]
    public sealed record IssueAdded(int IssueNumber, string Title, EquatableList<string> ReportIds, HearingRevision? Revision) : HearingEvent;

    /// <summary>More reports went into an issue.</summary>
    [EventName("hearing.reports-assigned")]
    [Title("问题已并入议题", "Reports assigned to an issue")]
    public sealed record ReportsAssigned(int IssueNumber, EquatableList<string> ReportIds) : HearingEvent;

    /// <summary>A report was taken out of an issue.</summary>
    [EventName("hearing.report-removed")]
    [Title("问题已从议题移出", "Report removed from an issue")]
    public sealed record ReportRemoved(int IssueNumber, string ReportId, PersonalText Reason) : HearingEvent;

    /// <summary>An issue was dropped.</summary>
    [EventName("hearing.issue-dropped")]
    [Title("议题已撤下", "Issue dropped")]
    public sealed record IssueDropped(int IssueNumber, EquatableList<string> ReportIds, PersonalText Reason, HearingRevision? Revision) : HearingEvent;

    /// <summary>Time, place and participants were fixed or changed.</summary>
    [EventName("hearing.arranged")]
    [Title("时间、地点和参加对象已确定", "Time, place and participants arranged")]
    public sealed record Arranged(DateTimeOffset OpensAt, string Place, EquatableList<string> Participants, PersonalText? Reason, HearingRevision Revision) : HearingEvent;

    /// <summary>The work plan was made or replaced.</summary>
    [EventName("hearing.work-planned")]
    [Title("工作计划已制定", "Work planned")]
    public sealed record WorkPlanned(EquatableList<DueTask> Tasks) : HearingEvent;

    /// <summary>A task of the work plan is done.</summary>
    [EventName("hearing.task-completed")]
    [Title("计划任务已完成", "Task completed")]
    public sealed record TaskCompleted(int TaskNumber, string By, DateOnly On) : HearingEvent;

    /// <summary>
    /// A disclosure's publications of a revision were recorded. They replace those recorded from it before; there are none when it was
    /// withdrawn. The period is set as soon as every required channel has published.
    /// </summary>
    [EventName("hearing.notice-recorded")]
    [Title("听证公告已登记", "Notice recorded")]
    public sealed record NoticeRecorded(
        string DisclosureId, int Revision, EquatableList<HearingPublication> Publications, NoticePeriod? Period) : HearingEvent;

    /// <summary>The notice period is over: the hearing may open.</summary>
    [EventName("hearing.notice-period-ended")]
    [Title("公告期已届满", "Notice period ended")]
    public sealed record NoticePeriodEnded(int Revision, DateOnly EarliestOn) : HearingEvent;

    /// <summary>The hearing was postponed; it needs a new time.</summary>
    [EventName("hearing.postponed")]
    [Title("听证会已延期", "Hearing postponed")]
    public sealed record Postponed(PostponementCause Cause, PersonalText? Reason, string By) : HearingEvent;

    /// <summary>The hearing was cancelled.</summary>
    [EventName("hearing.cancelled")]
    [Title("听证会已取消", "Hearing cancelled")]
    public sealed record Cancelled(PersonalText Reason, string By, DateOnly On) : HearingEvent;
}
