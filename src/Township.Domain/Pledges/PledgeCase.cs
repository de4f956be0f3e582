using Township.Cadres;
using Township.Calendars;
using Township.Townships;
using static Township.Pledges.PledgeEvent;

namespace Township.Pledges;

/// <summary>What the rules of one decision look at: whose pledge, what is on record, and the days that count.</summary>
/// <param name="Id">Cadre and month.</param>
/// <param name="Sheet">What is on record.</param>
/// <param name="Context">The decision.</param>
/// <param name="Cadre">The cadre's own record.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Term">The due day: the one fixed before, else the one that would be fixed now.</param>
sealed record PledgeCase(PledgeId Id, PledgeSheet Sheet, DecisionContext Context, CadreView Cadre, PledgePolicy Policy, DueDateFixed Term)
{
    public Month Month => Id.Month;

    public string ActorId => Context.Actor.Subject;

    public DateOnly Today => Context.Today();

    /// <summary>A pledge can be made from the month before on.</summary>
    public DateOnly FirstDay => Month.Plus(-1).FirstDay;

    /// <summary>A pledge can be made until the month ends; who joined in its last days has until the due day.</summary>
    public DateOnly LastDay => Term.Due.On > Month.LastDay ? Term.Due.On : Month.LastDay;

    public bool MonthHasStarted => Today >= Month.FirstDay;

    public WorkCalendar Calendar => WorkCalendar.Of(Context.CalendarVersion);

    public static PledgeCase Of(PledgeId id, PledgeSheet sheet, DecisionContext context)
    {
        var cadre = Inputs.Cadre.Get(context.Inputs);
        var policy = Inputs.Township.Get(context.Inputs).PledgePolicy;
        return new(id, sheet, context, cadre, policy, sheet.Term ?? new(DueDay(id.Month, cadre, policy.Values, WorkCalendar.Of(context.CalendarVersion)), policy.Version));
    }

    /// <summary>The events, after the due day where this is the first time that it matters.</summary>
    public PledgeEvent[] Fixing(params ReadOnlySpan<PledgeEvent> events) => Sheet.Term is null ? [Term, .. events] : [.. events];

    static DueDate DueDay(Month month, CadreView cadre, PledgePolicyValues policy, WorkCalendar calendar)
    {
        var regular = calendar.RollToWorkday(month.FirstDay.AddDays(policy.DueDay - 1));
        if (cadre.JoinedOn() is not { } joined || !month.Contains(joined)) return regular;
        var joiner = calendar.AddWorkdays(joined, policy.JoinerWorkdays);
        return joiner.On > regular.On ? joiner : regular;
    }
}
