namespace Township.Hearings;

/// <summary>After the sitting (H6–H8). By the efficiency office or a leader, except where it says otherwise.</summary>
public abstract partial record HearingCommand
{
    /// <summary>Records what party committee and government resolved on an issue referred to them (H6). By a leader.</summary>
    [GenerateSerializer, Alias("hearing.record-study-result"), CommandName("hearing.record-study-result")]
    [Title("登记再研究结果", "Record the result of further study")]
    public sealed record RecordStudyResult(int IssueNumber, [Text(4000, MultiLine = true)] PersonalText Result) : HearingCommand;

    /// <summary>
    /// Assigns an implementation measure 落实措施 to an issue (H7); an issue's measures are numbered from 1. By the office or a leader.
    /// </summary>
    /// <param name="IssueNumber">The issue.</param>
    /// <param name="Measure">What is done.</param>
    /// <param name="OwnerId">The cadre who is responsible, on record.</param>
    /// <param name="DueOn">The deadline; today or later. A day off is rolled to the next workday.</param>
    [GenerateSerializer, Alias("hearing.assign-measure"), CommandName("hearing.assign-measure")]
    [Title("确定落实措施", "Assign an implementation measure")]
    public sealed record AssignMeasure(int IssueNumber, [Text(2000, MultiLine = true)] PersonalText Measure, [Person] string OwnerId, DateOnly DueOn) : HearingCommand;

    /// <summary>Records the result of a measure, in time or late. By its owner or the office.</summary>
    [GenerateSerializer, Alias("hearing.complete-measure"), CommandName("hearing.complete-measure")]
    [Title("登记措施落实情况", "Complete an implementation measure")]
    public sealed record CompleteMeasure(int IssueNumber, int MeasureNumber, [Text(2000, MultiLine = true)] PersonalText Result) : HearingCommand;

    /// <summary>Records that a measure's deadline has passed. By the system when the time has come; once.</summary>
    [GenerateSerializer, Alias("hearing.mark-measure-overdue"), CommandName("hearing.mark-measure-overdue")]
    [Title("认定落实措施逾期", "Mark a measure as overdue")]
    public sealed record MarkMeasureOverdue(int IssueNumber, int MeasureNumber) : HearingCommand;

    /// <summary>
    /// Records that a time-limited promise 限时承诺 was made for an issue that cannot be settled yet (H7). By the office or a leader.
    /// </summary>
    [GenerateSerializer, Alias("hearing.link-promise"), CommandName("hearing.link-promise")]
    [Title("登记限时承诺", "Link a time-limited promise")]
    public sealed record LinkPromise(int IssueNumber, [Key] string PromiseId) : HearingCommand;

    /// <summary>
    /// Records, from a disclosure, through which channels feedback 反馈 was given on which issues, and with which evidence (H8). By the
    /// office or a leader.
    /// </summary>
    [GenerateSerializer, Alias("hearing.record-feedback"), CommandName("hearing.record-feedback")]
    [Title("登记反馈", "Record feedback")]
    public sealed record RecordFeedback([Key] string DisclosureId) : HearingCommand;

    /// <summary>Records that the feedback is late, and on which issues. By the system when the time has come; once.</summary>
    [GenerateSerializer, Alias("hearing.mark-feedback-overdue"), CommandName("hearing.mark-feedback-overdue")]
    [Title("认定反馈逾期", "Mark the feedback as overdue")]
    public sealed record MarkFeedbackOverdue : HearingCommand;

    /// <summary>
    /// Closes the hearing. Every issue must have a measure, a promise or a referral, and feedback through every required channel (H8). By
    /// the office. Promises and disclosures are read again: those that were withdrawn or corrected after they were recorded do not count.
    /// </summary>
    [GenerateSerializer, Alias("hearing.close"), CommandName("hearing.close")]
    [Title("听证会结案", "Close the hearing")]
    public sealed record Close : HearingCommand;

    /// <summary>
    /// Reopens a closed hearing on new facts only (H8). The issues named must be accounted for again, with new feedback. By a leader.
    /// </summary>
    /// <param name="IssueNumbers">Which issues.</param>
    /// <param name="NewFacts">What was not known before.</param>
    /// <param name="Reason">Why that matters.</param>
    [GenerateSerializer, Alias("hearing.reopen"), CommandName("hearing.reopen")]
    [Title("重新启动听证会", "Reopen the hearing")]
    public sealed record Reopen(
        [Count(1, 100)] EquatableList<int> IssueNumbers, [Text(4000, MultiLine = true)] PersonalText NewFacts, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;
}
