namespace Township.IssueReports;

/// <summary>
/// What can be asked of a reported issue (H1, H2). A report is open, in a hearing, or answered: at every moment it says where it went.
/// </summary>
[GenerateSerializer, Alias("issue-report.command")]
public abstract record IssueReportCommand : Command
{
    private IssueReportCommand() { }

    /// <summary>
    /// Reports an issue to the efficiency office. By the person who reports, in their role in the village; the office may record a report
    /// for somebody, whom it must name.
    /// </summary>
    /// <param name="As">As what the person reports. Instructors 驻村指导员 and informants 村级宣传员 must be on record in the village.</param>
    /// <param name="VillageId">Where. Null: it concerns the township as a whole; never null for instructors and informants.</param>
    /// <param name="Category">What it is about.</param>
    /// <param name="Text">The issue in the person's words.</param>
    /// <param name="ReporterId">
    /// For whom the office records the report; null for the caller's own. The office may leave it null only for a representative or citizen
    /// whose name it gives.
    /// </param>
    /// <param name="ReporterName">
    /// The person's name, where the office records a report for a person without an id in the township.
    /// </param>
    [GenerateSerializer, Alias("issue-report.file"), CommandName("issue-report.file")]
    [Title("上报问题", "File the report")]
    public sealed record FileIssue(
        ReporterKind As, [Key] string? VillageId, IssueCategory Category, [Text(4000, MultiLine = true)] PersonalText Text,
        [Person] string? ReporterId, PersonalText? ReporterName) : IssueReportCommand;

    /// <summary>Records that the report went into an issue of a hearing, which must list it. By the office or the system.</summary>
    [GenerateSerializer, Alias("issue-report.consolidate"), CommandName("issue-report.consolidate")]
    [Title("并入听证会议题", "Consolidate into an issue")]
    public sealed record Consolidate([Key] string HearingId, int IssueNumber) : IssueReportCommand;

    /// <summary>
    /// Records that the report is open again, because its hearing was cancelled, its issue was dropped, or its issue no longer lists the
    /// report. By the office or the system.
    /// </summary>
    [GenerateSerializer, Alias("issue-report.release"), CommandName("issue-report.release")]
    [Title("退回待办理", "Release the report")]
    public sealed record Release([Key] string HearingId) : IssueReportCommand;

    /// <summary>Answers the report without a hearing. By the office.</summary>
    [GenerateSerializer, Alias("issue-report.answer"), CommandName("issue-report.answer")]
    [Title("直接答复", "Answer the report")]
    public sealed record Answer([Text(4000, MultiLine = true)] PersonalText Text) : IssueReportCommand;
}
