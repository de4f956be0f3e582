namespace Township.LivelihoodIssues;

/// <summary>
/// What can be asked of a livelihood issue 实事好事: a problem raised by the public, its measures, owner, deadline and result (§0).
/// </summary>
[GenerateSerializer, Alias("livelihood.command")]
public abstract record LivelihoodIssueCommand : Command
{
    private LivelihoodIssueCommand() { }

    /// <summary>Raises the problem. By a citizen, an informant, a cadre or the office.</summary>
    /// <param name="Title">What it is about, without personal data: it is published.</param>
    /// <param name="RaisedBy">Who raises it and how to reach them; about the person, where the person has an id.</param>
    /// <param name="Text">The problem.</param>
    /// <param name="VillageId">The village that it is about, which must be on record; null for the whole township.</param>
    [GenerateSerializer, Alias("livelihood.raise"), CommandName("livelihood.raise")]
    [Title("提出实事好事", "Raise the issue")]
    public sealed record Raise(string Title, PersonalText RaisedBy, [Text(4000, MultiLine = true)] PersonalText Text, [Key] string? VillageId) : LivelihoodIssueCommand;

    /// <summary>
    /// Accepts the issue, with measures, or changes measures, owner and deadline of an accepted issue. By the office or a leader.
    /// </summary>
    /// <param name="Measures">What is done about it.</param>
    /// <param name="OwnerId">The cadre who is responsible; on record and not departed.</param>
    /// <param name="Due">By when, rolled to a workday; not before today. Null: no deadline.</param>
    [GenerateSerializer, Alias("livelihood.accept"), CommandName("livelihood.accept")]
    [Title("受理或调整措施", "Accept the issue or change its measures")]
    public sealed record Accept([Text(2000, MultiLine = true)] PersonalText Measures, [Person] string OwnerId, DateOnly? Due) : LivelihoodIssueCommand;

    /// <summary>Declines an issue that was raised or reopened. By a leader.</summary>
    [GenerateSerializer, Alias("livelihood.decline"), CommandName("livelihood.decline")]
    [Title("不予受理", "Decline the issue")]
    public sealed record Decline([Text(1000, MultiLine = true)] PersonalText Reason) : LivelihoodIssueCommand;

    /// <summary>Reports progress. By the owner or the office.</summary>
    [GenerateSerializer, Alias("livelihood.report-progress"), CommandName("livelihood.report-progress")]
    [Title("报告进展", "Report progress")]
    public sealed record ReportProgress([Text(2000, MultiLine = true)] PersonalText Text) : LivelihoodIssueCommand;

    /// <summary>Reports the issue done, with its result. By the owner or the office.</summary>
    [GenerateSerializer, Alias("livelihood.finish"), CommandName("livelihood.finish")]
    [Title("报告办成", "Report the issue done")]
    public sealed record Finish([Text(2000, MultiLine = true)] PersonalText Result) : LivelihoodIssueCommand;

    /// <summary>Confirms, for the public, that the issue is done. By a citizen, an informant or the office, but not the owner.</summary>
    /// <param name="Feedback">What was said.</param>
    [GenerateSerializer, Alias("livelihood.confirm"), CommandName("livelihood.confirm")]
    [Title("群众确认", "Confirm the result")]
    public sealed record Confirm([Text(2000, MultiLine = true)] PersonalText Feedback) : LivelihoodIssueCommand;

    /// <summary>
    /// Reopens an issue that is done, confirmed or declined; it must be accepted again. By a citizen, an informant or the office, but not
    /// the owner.
    /// </summary>
    /// <param name="Feedback">What was said.</param>
    [GenerateSerializer, Alias("livelihood.reopen"), CommandName("livelihood.reopen")]
    [Title("重新启动", "Reopen the issue")]
    public sealed record Reopen([Text(2000, MultiLine = true)] PersonalText Feedback) : LivelihoodIssueCommand;

    /// <summary>Records that the deadline has passed; once for each deadline. By the office or the system.</summary>
    [GenerateSerializer, Alias("livelihood.mark-overdue"), CommandName("livelihood.mark-overdue")]
    [Title("认定逾期", "Mark the issue as overdue")]
    public sealed record MarkOverdue : LivelihoodIssueCommand;
}
