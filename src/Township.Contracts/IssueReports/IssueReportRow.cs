using Orleans.Concurrency;

namespace Township.IssueReports;

/// <summary>
/// Lists of a township's reported issues. Key: the township. For the office, leaders and auditors; others see what they reported
/// or wrote down themselves: who reported what is not for everybody.
/// </summary>
[Alias("issue-report-queries")]
public interface IIssueReportQueriesGrain : IGrainWithStringKey
{
    /// <summary>
    /// The reports that fit and where they went, by the day on which they were filed, then by id. Names and texts are with the report
    /// itself.
    /// </summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<IssueReportRow>> List(IssueReportFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which reports; what is null restricts nothing.</summary>
/// <param name="Statuses">In one of these states; <c>[Open]</c> for those that the office has to place.</param>
/// <param name="VillageId">About this village.</param>
/// <param name="Category">About this.</param>
/// <param name="ReporterId">Of this person.</param>
/// <param name="HearingId">In this hearing now.</param>
/// <param name="FiledFrom">Filed on this day or later.</param>
/// <param name="FiledTo">Filed on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("issue-report.filter")]
public sealed record IssueReportFilter(
    EquatableList<IssueReportStatus>? Statuses = null, string? VillageId = null, IssueCategory? Category = null, string? ReporterId = null,
    string? HearingId = null, DateOnly? FiledFrom = null, DateOnly? FiledTo = null);

/// <summary>One row per report (H1, H2): open, or where it went; also what lists show.</summary>
/// <param name="Township">Township.</param>
/// <param name="ReportId">Id.</param>
/// <param name="Status"><c>Open</c>, <c>Consolidated</c> (in a hearing), <c>Answered</c>.</param>
/// <param name="ReporterKind"><c>Instructor</c> 驻村指导员, <c>Informant</c> 村级宣传员, <c>Cadre</c>, <c>Representative</c>, <c>Citizen</c>.</param>
/// <param name="ReporterId">Who reported; null for a person without an id.</param>
/// <param name="TakenBy">Who wrote it down.</param>
/// <param name="VillageId">Village 村; null: the township as a whole.</param>
/// <param name="Category">What it is about.</param>
/// <param name="FiledOn">Day.</param>
/// <param name="AnsweredBy">Who answered it without a hearing.</param>
/// <param name="AnsweredOn">Day.</param>
/// <param name="HearingId">Hearing in which it is now.</param>
/// <param name="Issue">Issue of that hearing.</param>
/// <param name="Placements">How often it went into a hearing.</param>
[GenerateSerializer, Immutable, Alias("issue-report.row"), RowTable("issue_reports"), RowIndex("status", "filed_on"), RowIndex("hearing")]
public sealed record IssueReportRow(
    string Township, string ReportId, IssueReportStatus Status, ReporterKind ReporterKind, string? ReporterId, string TakenBy, string? VillageId, IssueCategory Category,
    DateOnly FiledOn, string? AnsweredBy, DateOnly? AnsweredOn, string? HearingId, int? Issue, int Placements);

/// <summary>One row per hearing into which a report went; none is lost.</summary>
/// <param name="Township">Township.</param>
/// <param name="ReportId">Report.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="HearingId">Hearing.</param>
/// <param name="Issue">Issue of the hearing.</param>
/// <param name="PlacedOn">Day.</param>
/// <param name="ReleasedOn">Day on which it left; null while it is there.</param>
/// <param name="Cause"><c>HearingCancelled</c>, <c>IssueDropped</c>, <c>NotListed</c>.</param>
[RowTable("issue_report_placements"), RowIndex("hearing", "issue")]
public sealed record IssueReportPlacementRow(
    string Township, string ReportId, [RowKey] int Number, string HearingId, int Issue, DateOnly PlacedOn, DateOnly? ReleasedOn, ReleaseCause? Cause);
