namespace Township.Hearings;

/// <summary>After the sitting (H6–H8).</summary>
public abstract partial record HearingEvent
{
    /// <summary>Party committee and government resolved on an issue referred to them.</summary>
    [EventName("hearing.study-result-recorded")]
    [Title("再研究结果已登记", "Result of further study recorded")]
    public sealed record StudyResultRecorded(int IssueNumber, PersonalText Result, string By, DateOnly On) : HearingEvent;

    /// <summary>An issue was given a measure.</summary>
    [EventName("hearing.measure-assigned")]
    [Title("落实措施已确定", "Implementation measure assigned")]
    public sealed record MeasureAssigned(int IssueNumber, int MeasureNumber, PersonalText Measure, string OwnerId, DueDate Due, string By) : HearingEvent;

    /// <summary>A measure is done.</summary>
    [EventName("hearing.measure-completed")]
    [Title("落实措施已完成", "Implementation measure completed")]
    public sealed record MeasureCompleted(int IssueNumber, int MeasureNumber, PersonalText Result, string By, DateOnly On, bool Late) : HearingEvent;

    /// <summary>A measure's deadline has passed.</summary>
    [EventName("hearing.measure-overdue")]
    [Title("落实措施已逾期", "Implementation measure overdue")]
    public sealed record MeasureOverdue(int IssueNumber, int MeasureNumber, DateOnly DueOn) : HearingEvent;

    /// <summary>A promise was made for an issue.</summary>
    [EventName("hearing.promise-linked")]
    [Title("限时承诺已登记", "Promise linked")]
    public sealed record PromiseLinked(int IssueNumber, string PromiseId, string By) : HearingEvent;

    /// <summary>
    /// A disclosure's publications of feedback on these issues were recorded. They replace those recorded from it before.
    /// </summary>
    [EventName("hearing.feedback-recorded")]
    [Title("反馈已登记", "Feedback recorded")]
    public sealed record FeedbackRecorded(string DisclosureId, EquatableList<int> IssueNumbers, EquatableList<HearingPublication> Publications) : HearingEvent;

    /// <summary>The feedback on these issues is late.</summary>
    [EventName("hearing.feedback-overdue")]
    [Title("反馈已逾期", "Feedback overdue")]
    public sealed record FeedbackOverdue(EquatableList<int> IssueNumbers, DateOnly DueOn) : HearingEvent;

    /// <summary>The hearing was closed.</summary>
    [EventName("hearing.closed")]
    [Title("听证会已结案", "Hearing closed")]
    public sealed record Closed(string By, DateOnly On) : HearingEvent;

    /// <summary>The hearing was reopened on new facts; these issues must be accounted for again, with feedback by this day.</summary>
    [EventName("hearing.reopened")]
    [Title("听证会已重新启动", "Hearing reopened")]
    public sealed record Reopened(EquatableList<int> IssueNumbers, PersonalText NewFacts, PersonalText Reason, DueDate FeedbackDue, string By, DateTimeOffset At) : HearingEvent;
}
