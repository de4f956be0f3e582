using Orleans.Concurrency;

namespace Township.DeductionProposals;

/// <summary>
/// Lists of a township's proposed deductions. Key: the township. For the office, leaders and auditors; a cadre sees
/// those that concern them.
/// </summary>
[Alias("deduction-queries")]
public interface IDeductionProposalQueriesGrain : IGrainWithStringKey
{
    /// <summary>The proposals that fit, by the day on which they were made, then by id.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the filter or page makes no sense.</exception>
    /// <exception cref="ViewsUnavailableException">There are no views to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<DeductionProposalSummary>> List(DeductionProposalFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which proposals; what is null restricts nothing.</summary>
/// <param name="Steps">In one of these states; <c>[Proposed]</c> for those that wait for a decision.</param>
/// <param name="CadreId">Concerning this cadre.</param>
/// <param name="SourceStream">From events of this stream, for example <c>promise/songfan/2026-01.3</c>.</param>
/// <param name="ProposedFrom">Proposed on this day or later.</param>
/// <param name="ProposedTo">Proposed on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("deduction.filter")]
public sealed record DeductionProposalFilter(
    EquatableList<DeductionStep>? Steps = null, string? CadreId = null, string? SourceStream = null, DateOnly? ProposedFrom = null, DateOnly? ProposedTo = null);

/// <summary>A proposed deduction in a list.</summary>
/// <param name="ProposalId">Its id.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="CadreId">Whom it concerns.</param>
/// <param name="Rule">By which rule, for example <c>H7</c>.</param>
/// <param name="Source">From which event.</param>
/// <param name="Suggested">How many points were suggested.</param>
/// <param name="ConfirmedPoints">How many were confirmed; null unless they were.</param>
/// <param name="ProposedOn">When it was proposed.</param>
/// <param name="DecidedBy">Who confirmed, dismissed or withdrew it.</param>
/// <param name="DecidedOn">When.</param>
[GenerateSerializer, Immutable, Alias("deduction.summary")]
public sealed record DeductionProposalSummary(
    string ProposalId, DeductionStep Step, string CadreId, string Rule, DeductionSource Source, decimal Suggested, decimal? ConfirmedPoints,
    DateOnly ProposedOn, string? DecidedBy, DateOnly? DecidedOn);
