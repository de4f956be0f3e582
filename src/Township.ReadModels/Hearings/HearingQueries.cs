using System.Data.Common;

namespace Township.Hearings;

/// <summary>Questions to <see cref="HearingsHeld"/>, on any connection to the views.</summary>
public static class HearingQueries
{
    static readonly Dictionary<string, string> Readers = new()
    {
        ["notice-published"] = $"EXISTS (SELECT 1 FROM {HearingsHeld.Notices} r WHERE r.township = {HearingsHeld.Table}.township AND r.hearing = {HearingsHeld.Table}.hearing AND r.holds = 1)",
    };

    /// <summary>See <see cref="IHearingQueriesGrain.List"/>.</summary>
    public static Task<PartOfList<HearingSummary>> Hearings(
        this DbConnection views, ListScope scope, HearingFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        return new ListQuery(HearingsHeld.Table, scope, Readers, ["coalesce(opens_at, '')", "hearing"])
            .In("step", filter.Steps)
            .Where("opens_on >= ?", filter.OpensFrom)
            .Where("opens_on <= ?", filter.OpensTo)
            .Where($"step = '{nameof(HearingStep.Held)}' AND feedback_due_on <= ?", filter.FeedbackDueTo)
            .Read(
                views, "hearing, step, topic, opens_at, place, revision, earliest_on, issues, feedback_due_on, ended_on", page,
                c => new HearingSummary(
                    c.Text(), c.Name<HearingStep>(), c.Text(), c.TimeOrNull(), c.TextOrNull(), c.Number(), c.DayOrNull(), c.Number(), c.DayOrNull(), c.DayOrNull()),
                cancellationToken);
    }
}
