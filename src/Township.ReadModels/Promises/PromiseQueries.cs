using System.Data.Common;

namespace Township.Promises;

/// <summary>Questions to <see cref="PromisesMade"/>, on any connection to the views.</summary>
public static class PromiseQueries
{
    // Everybody of the township sees all of them.
    static readonly Dictionary<string, string> Readers = [];

    // Those that have been made and have not ended.
    static readonly EquatableList<PromiseStep> Standing = [PromiseStep.Made, PromiseStep.Overdue];

    /// <summary>See <see cref="IPromiseQueriesGrain.List"/>.</summary>
    public static Task<PartOfList<PromiseSummary>> Promises(
        this DbConnection views, ListScope scope, PromiseFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        return new ListQuery(PromisesMade.Table, scope, Readers, ["due_on", "promise"])
            .In("step", filter.Steps)
            .Where("owner = ?", filter.OwnerId)
            .Where("hearing = ?", filter.HearingId)
            .Where("due_on >= ?", filter.DueFrom)
            .Where("due_on <= ?", filter.DueTo)
            .Read(
                views, "promise, step, hearing, issue, owner, made_on, due_on, due_number, remind_from, reminded_on, overdue_on, fulfilled_on, late, withdrawn_on", page,
                c => new PromiseSummary(
                    c.Text(), c.Name<PromiseStep>(), c.Text(), c.Number(), c.Text(), c.Day(), c.Day(), c.Number(), c.Day(),
                    c.DayOrNull(), c.DayOrNull(), c.DayOrNull(), c.FlagOrNull(), c.DayOrNull()),
                cancellationToken);
    }

    /// <summary>See <see cref="IPromiseQueriesGrain.Due"/>.</summary>
    public static Task<PartOfList<PromiseSummary>> PromisesDue(
        this DbConnection views, ListScope scope, DateOnly from, DateOnly to, PageRequest page, CancellationToken cancellationToken = default) =>
        views.Promises(scope, new(Standing, DueFrom: from, DueTo: to), page, cancellationToken);

    /// <summary>See <see cref="IPromiseQueriesGrain.Overdue"/>.</summary>
    public static Task<PartOfList<PromiseSummary>> PromisesOverdue(
        this DbConnection views, ListScope scope, DateOnly on, PageRequest page, CancellationToken cancellationToken = default) =>
        on == DateOnly.MinValue
            ? Task.FromResult(new PartOfList<PromiseSummary>([], null))
            : views.Promises(scope, new(Standing, DueTo: on.AddDays(-1)), page, cancellationToken);
}
