namespace Township.IssueReports;

/// <summary>Where a reported issue is.</summary>
public enum IssueReportStatus
{
    /// <summary>Not filed yet.</summary>
    [Title("尚未上报", "not filed")]
    Unfiled,

    /// <summary>Filed, or released: the office has to place it.</summary>
    [Title("待办理", "open")]
    Open,

    /// <summary>In an issue of a hearing.</summary>
    [Title("已并入听证会议题", "consolidated")]
    Consolidated,

    /// <summary>Answered without a hearing.</summary>
    [Title("已答复", "answered")]
    Answered,
}

/// <summary>One place to which a report went.</summary>
/// <param name="HearingId">The hearing.</param>
/// <param name="IssueNumber">Its issue.</param>
/// <param name="On">Since when.</param>
/// <param name="ReleasedOn">Until when; null while it is there.</param>
/// <param name="Cause">Why it left; null while it is there.</param>
[GenerateSerializer, Immutable, Alias("issue-report.placement")]
public sealed record ReportPlacement(string HearingId, int IssueNumber, DateOnly On, DateOnly? ReleasedOn, ReleaseCause? Cause);

/// <summary>A reported issue. All but the status and the placements is null until it is filed.</summary>
/// <param name="Status">Where it is.</param>
/// <param name="As">As what the person reported.</param>
/// <param name="ReporterId">Who reported; null for a person without an id in the township.</param>
/// <param name="ReporterName">Who reported, where the office wrote it down.</param>
/// <param name="TakenBy">Who wrote it down: the reporter or the office.</param>
/// <param name="VillageId">Where; null: the township as a whole.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Text">The issue.</param>
/// <param name="FiledOn">When.</param>
/// <param name="Placements">Where it went, oldest first; the last one is current when the status says so.</param>
/// <param name="Answer">The answer without a hearing.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="AnsweredOn">When.</param>
[GenerateSerializer, Immutable, Alias("issue-report.view")]
public sealed record IssueReportView(
    IssueReportStatus Status, ReporterKind? As, string? ReporterId, PersonalText? ReporterName, string? TakenBy, string? VillageId, IssueCategory? Category,
    PersonalText? Text, DateOnly? FiledOn, EquatableList<ReportPlacement> Placements, PersonalText? Answer, string? AnsweredBy, DateOnly? AnsweredOn);
