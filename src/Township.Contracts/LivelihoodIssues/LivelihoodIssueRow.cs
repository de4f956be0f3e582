using Orleans.Concurrency;

namespace Township.LivelihoodIssues;

/// <summary>
/// Lists of a township's livelihood issues, by the day on which they were raised, then by id. Key: the township. For the office, leaders
/// and auditors; others see what they entered or own.
/// </summary>
[Alias("livelihood-queries")]
public interface ILivelihoodIssueQueriesGrain : IGrainWithStringKey
{
    /// <summary>The issues that fit. Who raised them and in which words is with the issue itself.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<LivelihoodIssueRow>> List(LivelihoodIssueFilter filter, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>The issues under way whose deadline is before this day, whether or not they were marked overdue.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("overdue")]
    Task<Page<LivelihoodIssueRow>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which issues; what is null restricts nothing.</summary>
/// <param name="Statuses">In one of these states.</param>
/// <param name="VillageId">About this village.</param>
/// <param name="OwnerId">Seen to by this cadre.</param>
/// <param name="RaisedFrom">Raised on this day or later.</param>
/// <param name="RaisedTo">Raised on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("livelihood.filter")]
public sealed record LivelihoodIssueFilter(
    EquatableList<LivelihoodIssueStatus>? Statuses = null, string? VillageId = null, string? OwnerId = null, DateOnly? RaisedFrom = null, DateOnly? RaisedTo = null);

/// <summary>One row per issue; also what lists show.</summary>
/// <param name="Township">Township.</param>
/// <param name="IssueId">Id.</param>
/// <param name="Status"><c>Raised</c>, <c>Accepted</c>, <c>Declined</c>, <c>Done</c>, <c>Confirmed</c>.</param>
/// <param name="Title">What it is about.</param>
/// <param name="VillageId">Village; null: none in particular.</param>
/// <param name="RecordedBy">Who recorded it; not in lists.</param>
/// <param name="RaisedOn">Day.</param>
/// <param name="OwnerId">Cadre who sees to it.</param>
/// <param name="DueOn">Deadline, where there is one.</param>
/// <param name="OverdueOn">Day on which it was marked as passed.</param>
/// <param name="ProgressReports">Reports of progress.</param>
/// <param name="LastProgressOn">Day of the last one.</param>
/// <param name="DoneOn">Day on which it was reported done.</param>
/// <param name="ClosedOn">Day on which it was confirmed or declined.</param>
/// <param name="Reopenings">How often the public reopened it.</param>
[GenerateSerializer, Immutable, Alias("livelihood.row"), RowTable("livelihood_issues")]
[RowIndex("status", "raised_on"), RowIndex("raised_on"), RowIndex("owner", "raised_on")]
public sealed record LivelihoodIssueRow(
    string Township, string IssueId, LivelihoodIssueStatus Status, string Title, string? VillageId, [NotListed] string? RecordedBy, DateOnly RaisedOn, string? OwnerId,
    DateOnly? DueOn, DateOnly? OverdueOn, int ProgressReports, DateOnly? LastProgressOn, DateOnly? DoneOn, DateOnly? ClosedOn, int Reopenings);
