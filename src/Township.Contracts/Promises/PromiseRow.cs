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
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("list")]
    Task<Page<PromiseRow>> List(PromiseFilter filter, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>The promises that stand and are due on one of these days, both included.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("due")]
    Task<Page<PromiseRow>> Due(DateOnly from, DateOnly to, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>The promises that stand and whose due day is before this day, whether or not they were marked overdue.</summary>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There are no read models to read.</exception>
    [ReadOnly, Alias("overdue")]
    Task<Page<PromiseRow>> Overdue(DateOnly on, PageRequest page, CancellationToken cancellationToken = default);
}

/// <summary>Which promises; what is null restricts nothing.</summary>
/// <param name="Statuses">In one of these states.</param>
/// <param name="OwnerId">Of this cadre.</param>
/// <param name="HearingId">From this hearing.</param>
/// <param name="DueFrom">Due on this day or later.</param>
/// <param name="DueTo">Due on this day or earlier.</param>
[GenerateSerializer, Immutable, Alias("promise.filter")]
public sealed record PromiseFilter(
    EquatableList<PromiseStatus>? Statuses = null, string? OwnerId = null, string? HearingId = null, DateOnly? DueFrom = null, DateOnly? DueTo = null);

/// <summary>One row per promise (H7), with the due day that holds; also what lists show.</summary>
/// <param name="Township">Township 乡镇.</param>
/// <param name="PromiseId">Id, for example <c>2026-01.3</c>.</param>
/// <param name="Status"><c>Made</c>, <c>Overdue</c> 逾期, <c>Fulfilled</c>, <c>Withdrawn</c>.</param>
/// <param name="HearingId">Hearing.</param>
/// <param name="Issue">Issue of the hearing.</param>
/// <param name="OwnerId">Cadre who keeps it.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeOn">Day.</param>
/// <param name="FulfilledOn">Day on which it was kept.</param>
/// <param name="Late">Whether that was after the due day; null until then.</param>
/// <param name="ConfirmedBy">Who found it fulfilled.</param>
/// <param name="WithdrawnOn">Day on which it was withdrawn as an error.</param>
/// <param name="DueOn">The due day that holds.</param>
/// <param name="DueNumber">1 for the first, one more with each extension 延期.</param>
/// <param name="RemindFrom">First day of the reminder.</param>
/// <param name="RemindedOn">Day of the reminder of this due day.</param>
/// <param name="OverdueOn">Day on which this due day was marked as passed.</param>
[GenerateSerializer, Immutable, Alias("promise.row"), RowTable("promises")]
[RowIndex("status", "due_on"), RowIndex("due_on"), RowIndex("hearing", "issue"), RowIndex("owner", "due_on")]
public sealed record PromiseRow(
    string Township, string PromiseId, PromiseStatus Status, string HearingId, int Issue, string OwnerId, string MadeBy, DateOnly MadeOn,
    DateOnly? FulfilledOn, bool? Late, string? ConfirmedBy, DateOnly? WithdrawnOn,
    DateOnly DueOn, int DueNumber, DateOnly RemindFrom, DateOnly? RemindedOn, DateOnly? OverdueOn);

/// <summary>One row per due day that a promise had.</summary>
/// <param name="Township">Township.</param>
/// <param name="PromiseId">Promise.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="DueOn">Due day.</param>
/// <param name="RemindFrom">First day of the reminder.</param>
/// <param name="SetBy">Who made the promise or approved the extension.</param>
/// <param name="SetOn">Day.</param>
/// <param name="RemindedOn">Day of the reminder.</param>
/// <param name="OverdueOn">Day on which it was marked as passed.</param>
[RowTable("promise_dues")]
public sealed record PromiseDueRow(
    string Township, string PromiseId, [RowKey] int Number, DateOnly DueOn, DateOnly RemindFrom, string SetBy, DateOnly SetOn, DateOnly? RemindedOn, DateOnly? OverdueOn);
