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
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<DeductionProposalRow>> List(DeductionProposalFilter filter, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which proposals; what is null restricts nothing.</summary>
/// <param name="Statuses">In one of these states; <c>[Proposed]</c> for those that wait for a decision.</param>
/// <param name="CadreId">Concerning this cadre.</param>
/// <param name="SourceStream">From events of this stream, for example <c>promise/songfan/2026-01.3</c>.</param>
/// <param name="ProposedFrom">Proposed on this day or later.</param>
/// <param name="ProposedTo">Proposed on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("deduction.filter")]
public sealed record DeductionProposalFilter(
    EquatableList<DeductionStatus>? Statuses = null, string? CadreId = null, string? SourceStream = null, DateOnly? ProposedFrom = null, DateOnly? ProposedTo = null);

/// <summary>
/// One row per proposal; also what lists show. Nothing takes effect but what a named person has confirmed: <c>step = 'Confirmed'</c>.
/// </summary>
/// <param name="Township">Township.</param>
/// <param name="ProposalId">Id, for example <c>promise.2026-01.3</c>.</param>
/// <param name="Status"><c>Proposed</c>, <c>Confirmed</c>, <c>Dismissed</c>, <c>Withdrawn</c>.</param>
/// <param name="CadreId">Whom it concerns.</param>
/// <param name="Rule">By which rule, for example <c>H7</c>.</param>
/// <param name="SourceStream">Stream of the event that led to it.</param>
/// <param name="SourceVersion">Version of that event.</param>
/// <param name="SourceEvent">Its stored name.</param>
/// <param name="Suggested">Points suggested.</param>
/// <param name="Lowest">Fewest that can be confirmed.</param>
/// <param name="Highest">Most.</param>
/// <param name="ProposedOn">Day.</param>
/// <param name="PolicyVersion">Policy from which the points are.</param>
/// <param name="ConfirmedPoints">Points confirmed; null unless they were.</param>
/// <param name="DecidedBy">Who confirmed, dismissed or withdrew it.</param>
/// <param name="DecidedOn">Day.</param>
[GenerateSerializer, Immutable, Alias("deduction.row"), RowTable("deduction_proposals")]
[RowIndex("status", "proposed_on"), RowIndex("proposed_on"), RowIndex("cadre", "proposed_on")]
public sealed record DeductionProposalRow(
    string Township, string ProposalId, DeductionStatus Status, string CadreId, string Rule, string SourceStream, long SourceVersion, string SourceEvent,
    decimal Suggested, decimal Lowest, decimal Highest, DateOnly ProposedOn, string PolicyVersion, decimal? ConfirmedPoints, string? DecidedBy, DateOnly? DecidedOn);
