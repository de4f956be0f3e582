using Orleans.Concurrency;

namespace Township.Promises;

/// <summary>
/// Lists of a township's promises, by the due day that holds, then by id. Key: the township. For everybody of the township.
/// Days are arguments: what is due or overdue on a day is judged by what is on record now.
/// </summary>
[Alias("promise-queries")]
public interface IPromiseQueriesGrain : IGrainWithStringKey
{
    /// <summary>The promises that fit.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<PromiseSummary>> List(PromiseFilter filter, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>The promises that stand and are due on one of these days, both included.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("due")]
    Task<Page<PromiseSummary>> Due(DateOnly from, DateOnly to, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>The promises that stand and whose due day is before this day, whether or not they were marked overdue.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("overdue")]
    Task<Page<PromiseSummary>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which promises; what is null restricts nothing.</summary>
/// <param name="Steps">In one of these states.</param>
/// <param name="OwnerId">Of this cadre.</param>
/// <param name="HearingId">From this hearing.</param>
/// <param name="DueFrom">Due on this day or later.</param>
/// <param name="DueTo">Due on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("promise.filter")]
public sealed record PromiseFilter(
    EquatableList<PromiseStep>? Steps = null, string? OwnerId = null, string? HearingId = null, DateOnly? DueFrom = null, DateOnly? DueTo = null);

/// <summary>A promise in a list.</summary>
/// <param name="PromiseId">Its id.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="HearingId">The hearing.</param>
/// <param name="Issue">The number of its issue.</param>
/// <param name="OwnerId">The cadre who keeps it.</param>
/// <param name="MadeOn">When it was made.</param>
/// <param name="DueOn">The due day that holds.</param>
/// <param name="DueNumber">Which one that is: 1, and one more with each extension.</param>
/// <param name="RemindFrom">First day on which it is reminded of.</param>
/// <param name="RemindedOn">When it was, of this due day.</param>
/// <param name="OverdueOn">When this due day was marked as passed.</param>
/// <param name="FulfilledOn">When it was fulfilled.</param>
/// <param name="Late">Whether after the due day; null until fulfilled.</param>
/// <param name="WithdrawnOn">When it was withdrawn.</param>
[GenerateSerializer, Immutable, Alias("promise.summary")]
public sealed record PromiseSummary(
    string PromiseId, PromiseStep Step, string HearingId, int Issue, string OwnerId, DateOnly MadeOn,
    DateOnly DueOn, int DueNumber, DateOnly RemindFrom, DateOnly? RemindedOn, DateOnly? OverdueOn,
    DateOnly? FulfilledOn, bool? Late, DateOnly? WithdrawnOn);
