using Township.Cadres;
using Township.Calendars;
using Township.Townships;
using Event = Township.Pledges.PledgeEvent;

namespace Township.Pledges;

/// <summary>What the rules of one decision look at: whose pledge, what is on record, and the days that count.</summary>
/// <param name="Id">Cadre and month.</param>
/// <param name="Sheet">What is on record.</param>
/// <param name="Context">The decision.</param>
/// <param name="Cadre">The cadre.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Term">The due day: the one fixed before, else the one that would be fixed now.</param>
sealed record PledgeCase(PledgeId Id, PledgeSheet Sheet, DecisionContext Context, CadreStanding Cadre, PledgePolicy Policy, Event.DueDateFixed Term)
{
    public Month Month => Id.Month;

    public string ActorId => Context.Actor.Subject;

    public DateOnly Today => Context.Today();

    /// <summary>The first day on which the pledge can be made: the first day of the previous month.</summary>
    public DateOnly FirstDay => Month.Plus(-1).FirstDay;

    /// <summary>
    /// The last day on which the pledge can be made: the end of the month, or the due day of a cadre who joined in its last days.
    /// </summary>
    public DateOnly LastDay => Term.Due.On > Month.LastDay ? Term.Due.On : Month.LastDay;

    public bool MonthHasStarted => Today >= Month.FirstDay;

    public WorkCalendar Calendar => Context.Calendar();

    public static PledgeCase Of(PledgeId id, PledgeSheet sheet, DecisionContext context)
    {
        if ((context.Fact<CadreStanding>(id.CadreId), context.PledgePolicy()) is not ({ } cadre, { } policy))
            throw new System.Diagnostics.UnreachableException("Without cadre and township the command is refused before.");
        return new(id, sheet, context, cadre, policy, sheet.Term ?? new(DueDay(id.Month, cadre, policy.Values, context.Calendar()), policy.Version));
    }

    /// <summary>The events, after the one that fixes the due day if it is not fixed yet.</summary>
    public PledgeEvent[] Fixing(params ReadOnlySpan<PledgeEvent> events) => Sheet.Term is null ? [Term, .. events] : [.. events];

    static DueDate DueDay(Month month, CadreStanding cadre, PledgePolicyValues policy, WorkCalendar calendar)
    {
        var regular = calendar.RollToWorkday(month.FirstDay.AddDays(policy.DueDay - 1));
        if (!month.Contains(cadre.JoinedOn)) return regular;
        var joiner = calendar.AddWorkdays(cadre.JoinedOn, policy.JoinerWorkdays);
        return joiner.On > regular.On ? joiner : regular;
    }
}
