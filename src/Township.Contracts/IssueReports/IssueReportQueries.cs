using Orleans.Concurrency;

namespace Township.IssueReports;

/// <summary>
/// Lists of a township's reported issues. Key: the township. For the office, leaders and auditors; others see what they reported
/// or wrote down themselves: who reported what is not for everybody.
/// </summary>
[Alias("issue-report-queries")]
public interface IIssueReportQueriesGrain : IGrainWithStringKey
{
    /// <summary>The reports that fit and where they went, by the day on which they were filed, then by id. Names and texts are with the report itself.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<IssueReportSummary>> List(IssueReportFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which reports; what is null restricts nothing.</summary>
/// <param name="Steps">In one of these states; <c>[Open]</c> for those that the office has to place.</param>
/// <param name="VillageId">About this village.</param>
/// <param name="Category">About this.</param>
/// <param name="ReporterId">Of this person.</param>
/// <param name="HearingId">In this hearing now.</param>
/// <param name="FiledFrom">Filed on this day or later.</param>
/// <param name="FiledTo">Filed on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("issue-report.filter")]
public sealed record IssueReportFilter(
    EquatableList<IssueReportStep>? Steps = null, string? VillageId = null, IssueCategory? Category = null, string? ReporterId = null,
    string? HearingId = null, DateOnly? FiledFrom = null, DateOnly? FiledTo = null);

/// <summary>A reported issue in a list.</summary>
/// <param name="ReportId">Its id.</param>
/// <param name="Step">Where it is.</param>
/// <param name="As">As what the person reported.</param>
/// <param name="ReporterId">Who reported; null for a person without an id in the township.</param>
/// <param name="VillageId">Where; null: the township as a whole.</param>
/// <param name="Category">What it is about.</param>
/// <param name="FiledOn">When.</param>
/// <param name="HearingId">The hearing in which it is now; null when it is in none.</param>
/// <param name="IssueNumber">The issue of that hearing.</param>
/// <param name="Placements">How often it went into a hearing.</param>
/// <param name="AnsweredOn">When it was answered without a hearing.</param>
[GenerateSerializer, Immutable, Alias("issue-report.summary")]
public sealed record IssueReportSummary(
    string ReportId, IssueReportStep Step, ReporterKind As, string? ReporterId, string? VillageId, IssueCategory Category, DateOnly FiledOn,
    string? HearingId, int? IssueNumber, int Placements, DateOnly? AnsweredOn);
