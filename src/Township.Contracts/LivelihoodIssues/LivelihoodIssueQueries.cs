using Orleans.Concurrency;

namespace Township.LivelihoodIssues;

/// <summary>
/// Lists of a township's livelihood issues, by the day on which they were raised, then by id. Key: the township. For the office, leaders and
/// auditors; others see what they entered or own.
/// </summary>
[Alias("livelihood-queries")]
public interface ILivelihoodIssueQueriesGrain : IGrainWithStringKey
{
    /// <summary>The issues that fit. Who raised them and in which words is with the issue itself.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<LivelihoodIssueSummary>> List(LivelihoodIssueFilter filter, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>The issues under way whose deadline is before this day, whether or not they were marked overdue.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("overdue")]
    Task<Page<LivelihoodIssueSummary>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which issues; what is null restricts nothing.</summary>
/// <param name="Steps">In one of these states.</param>
/// <param name="VillageId">About this village.</param>
/// <param name="OwnerId">Seen to by this cadre.</param>
/// <param name="RaisedFrom">Raised on this day or later.</param>
/// <param name="RaisedTo">Raised on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("livelihood.filter")]
public sealed record LivelihoodIssueFilter(
    EquatableList<LivelihoodStep>? Steps = null, string? VillageId = null, string? OwnerId = null, DateOnly? RaisedFrom = null, DateOnly? RaisedTo = null);

/// <summary>A livelihood issue in a list.</summary>
/// <param name="IssueId">Its id.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="Title">What it is about.</param>
/// <param name="VillageId">Where, when it is about a village.</param>
/// <param name="RaisedOn">When it was raised.</param>
/// <param name="OwnerId">The cadre who sees to it.</param>
/// <param name="DueOn">By when, where there is a deadline.</param>
/// <param name="OverdueOn">When that deadline was marked as passed.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="Reopenings">How often it was reopened.</param>
[GenerateSerializer, Immutable, Alias("livelihood.summary")]
public sealed record LivelihoodIssueSummary(
    string IssueId, LivelihoodStep Step, string Title, string? VillageId, DateOnly RaisedOn, string? OwnerId, DateOnly? DueOn, DateOnly? OverdueOn,
    DateOnly? DoneOn, int Reopenings);
