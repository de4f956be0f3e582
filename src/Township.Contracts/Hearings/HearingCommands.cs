namespace Township.Hearings;

/// <summary>
/// What can be asked of an efficiency hearing 效能听证会 (H1–H8). This file: agenda, arrangement and notices, by the efficiency
/// office 效能办 except where it says otherwise.
/// </summary>
[GenerateSerializer, Alias("hearing.command")]
public abstract partial record HearingCommand : Command
{
    private HearingCommand() { }

    /// <summary>Begins a hearing with its topic 议题 (H2). The hearing keeps the policy that is in force now. By the office.</summary>
    [GenerateSerializer, Alias("hearing.prepare"), CommandName("hearing.prepare")]
    [Title("开始筹备听证会", "Begin the hearing")]
    public sealed record Prepare(string Topic) : HearingCommand;

    /// <summary>Changes the topic, which then needs new notices (H3). By the office.</summary>
    [GenerateSerializer, Alias("hearing.revise-topic"), CommandName("hearing.revise-topic")]
    [Title("修改议题主题", "Revise the topic")]
    public sealed record ReviseTopic(string Topic, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Adds an issue, numbered from 1, which can take up several reports (H2). Each report must be open;
    /// <see cref="IssueReports.IssueReportCommand.Consolidate"/> then records with the report where it went. After the arrangement, new
    /// notices are needed, because the public was told other issues. By the office.
    /// </summary>
    /// <param name="Title">For the public: names nobody.</param>
    /// <param name="ReportIds">The reports that went into it; none when the office itself raises it.</param>
    [GenerateSerializer, Alias("hearing.add-issue"), CommandName("hearing.add-issue")]
    [Title("增加议题", "Add an issue")]
    public sealed record AddIssue(string Title, [Key, Count(0, 30)] EquatableList<string> ReportIds) : HearingCommand;

    /// <summary>Adds reports to an issue. No new notices are needed, because the issue stays the same. By the office.</summary>
    [GenerateSerializer, Alias("hearing.assign-reports"), CommandName("hearing.assign-reports")]
    [Title("将问题并入议题", "Assign reports to an issue")]
    public sealed record AssignReports(int IssueNumber, [Key, Count(1, 30)] EquatableList<string> ReportIds) : HearingCommand;

    /// <summary>Removes a report from an issue to which it does not belong; it can then be added to another. By the office.</summary>
    [GenerateSerializer, Alias("hearing.remove-report"), CommandName("hearing.remove-report")]
    [Title("从议题移出问题", "Remove a report from an issue")]
    public sealed record RemoveReport(int IssueNumber, [Key] string ReportId, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Drops an issue. Its number is not used again; its reports can be added to other issues. After the arrangement, new notices are
    /// needed. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.drop-issue"), CommandName("hearing.drop-issue")]
    [Title("会前撤下议题", "Drop an issue")]
    public sealed record DropIssue(int IssueNumber, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Fixes time, place and participants 参加对象 (H2), or changes them. Another time or place is a new revision: what was published
    /// before no longer counts, and the notice period starts again (H3). Ends a postponement. By the office.
    /// </summary>
    /// <param name="OpensAt">When the hearing begins; in the future.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Participants">Who takes part, for example 各村村民代表.</param>
    /// <param name="Reason">Why; needed for a change, null the first time.</param>
    [GenerateSerializer, Alias("hearing.arrange"), CommandName("hearing.arrange")]
    [Title("确定时间、地点和参加对象", "Arrange time, place and participants")]
    public sealed record Arrange(
        DateTimeOffset OpensAt, string Place, [Count(1, 30)] EquatableList<string> Participants, [Text(1000, MultiLine = true)] PersonalText? Reason) : HearingCommand;

    /// <summary>Makes the work plan 工作计划 (H3), or replaces the tasks that are not done. Cadres must be on record. By the office.</summary>
    [GenerateSerializer, Alias("hearing.plan-work"), CommandName("hearing.plan-work")]
    [Title("制定工作计划", "Plan the work")]
    public sealed record PlanWork([Count(1, 30)] EquatableList<WorkTask> Tasks) : HearingCommand;

    /// <summary>Records that a task of the work plan is done. By its cadre or the office.</summary>
    /// <param name="TaskNumber">Its number in the plan, from 1.</param>
    [GenerateSerializer, Alias("hearing.complete-task"), CommandName("hearing.complete-task")]
    [Title("完成计划任务", "Complete a task")]
    public sealed record CompleteTask(int TaskNumber) : HearingCommand;

    /// <summary>
    /// Records, from a disclosure 政务公开, which channels published the notice of the current revision, when, and with which evidence (H3).
    /// With the last required channel the notice period is set. A disclosure that has been withdrawn no longer counts. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.record-notice"), CommandName("hearing.record-notice")]
    [Title("登记听证公告", "Record a notice")]
    public sealed record RecordNotice([Key] string DisclosureId) : HearingCommand;

    /// <summary>Records that the notice period is over and the hearing may open. By the system when the time has come.</summary>
    [GenerateSerializer, Alias("hearing.end-notice-period"), CommandName("hearing.end-notice-period")]
    [Title("公告期届满", "End the notice period")]
    public sealed record EndNoticePeriod : HearingCommand;

    /// <summary>
    /// Postpones the hearing 延期, with a reason. It needs a new time, which must be published again. By the office or a leader.
    /// </summary>
    [GenerateSerializer, Alias("hearing.postpone"), CommandName("hearing.postpone")]
    [Title("听证会延期", "Postpone the hearing")]
    public sealed record Postpone([Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>Cancels the hearing before it is opened. Its reports can be added to other hearings. By a leader.</summary>
    [GenerateSerializer, Alias("hearing.cancel"), CommandName("hearing.cancel")]
    [Title("取消听证会", "Cancel the hearing")]
    public sealed record Cancel([Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;
}
