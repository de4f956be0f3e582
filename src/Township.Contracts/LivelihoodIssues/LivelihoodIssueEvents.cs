namespace Township.LivelihoodIssues;

/// <summary>What happened to a livelihood issue. Stored; see docs/formats.md before changing anything.</summary>
public abstract record LivelihoodIssueEvent
{
    private LivelihoodIssueEvent() { }

    /// <summary>The problem was raised.</summary>
    [EventName("livelihood.raised")]
    [Title("实事好事已提出", "Issue raised")]
    public sealed record Raised(string Title, PersonalText RaisedBy, PersonalText Text, string? VillageId, string By, DateOnly On) : LivelihoodIssueEvent;

    /// <summary>The issue was accepted, or its measures, owner or deadline changed.</summary>
    [EventName("livelihood.accepted")]
    [Title("已受理或调整措施", "Issue accepted or its measures changed")]
    public sealed record Accepted(PersonalText Measures, string OwnerId, DueDate? Due, string By, DateOnly On) : LivelihoodIssueEvent;

    /// <summary>The issue was declined.</summary>
    [EventName("livelihood.declined")]
    [Title("已不予受理", "Issue declined")]
    public sealed record Declined(PersonalText Reason, string By, DateOnly On) : LivelihoodIssueEvent;

    /// <summary>Progress was reported.</summary>
    [EventName("livelihood.progress-reported")]
    [Title("进展已报告", "Progress reported")]
    public sealed record ProgressReported(PersonalText Text, string By, DateOnly On) : LivelihoodIssueEvent;

    /// <summary>The issue was reported done.</summary>
    [EventName("livelihood.finished")]
    [Title("已报告办成", "Issue reported done")]
    public sealed record Finished(PersonalText Result, string By, DateOnly On) : LivelihoodIssueEvent;

    /// <summary>The public confirmed that the issue is done.</summary>
    [EventName("livelihood.confirmed")]
    [Title("群众已确认", "Result confirmed")]
    public sealed record Confirmed(PersonalText Feedback, string By, DateOnly On) : LivelihoodIssueEvent;

    /// <summary>The issue was reopened.</summary>
    [EventName("livelihood.reopened")]
    [Title("已重新启动", "Issue reopened")]
    public sealed record Reopened(PersonalText Feedback, string By, DateOnly On) : LivelihoodIssueEvent;

    /// <summary>The deadline passed before the issue was reported done.</summary>
    [EventName("livelihood.became-overdue")]
    [Title("已逾期", "Issue became overdue")]
    public sealed record BecameOverdue(DateOnly Due, DateOnly On) : LivelihoodIssueEvent;
}
