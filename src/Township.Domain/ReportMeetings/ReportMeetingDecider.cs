using Township.Draws;
using static Township.ReportMeetings.ReportMeetingCommand;
using Event = Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

public abstract partial record ReportMeeting
{
    public static IEnumerable<FactRequest> Needs(ReportMeetingCommand command, ReportMeeting state, DecisionContext context) => (command, state) switch
    {
        (Convene, Unplanned) => [Policies.Pledges],
        (AttachDraw, Convened) when MonthOf(context.Stream.Id) is { } month => DrawPurpose.AskingForDraws(DrawId.OfMeeting(month), [], context),
        (NameReporters, Convened planned) => Attached(planned),
        _ => [],
    };

    public static Decision<ReportMeetingEvent> Decide(ReportMeetingCommand command, ReportMeeting state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return MonthOf(context.Stream.Id) is not { } month ? KernelRefusals.UnknownKey.With(context.Stream.Key)
            : context.RefuseUnless(Roles.Office) is { } refusal ? refusal
            : Decide(command, state, month, context);
    }

    static Decision<ReportMeetingEvent> Decide(ReportMeetingCommand command, ReportMeeting state, Month month, DecisionContext context) => (command, state) switch
    {
        (Convene convene, Unplanned) => DecideConvene(convene, month, context),
        (Convene convene, Convened { Terms: var terms }) when (convene.HeldOn, convene.Place) == (terms.HeldOn, terms.Place) => Decision<ReportMeetingEvent>.Nothing,
        (Convene, Convened or ReportersNamed) => ReportMeetingRefusals.AlreadyConvened,
        (_, Unplanned) => ReportMeetingRefusals.NotConvened,
        (Close, Closed) => Decision<ReportMeetingEvent>.Nothing,
        (_, Closed) => ReportMeetingRefusals.Closed,
        (Reschedule reschedule, Convened { Terms: var terms }) => DecideReschedule(reschedule, terms, month, context),
        (Reschedule, ReportersNamed { Reporters: var reporters }) when reporters.Any(r => r.Report is not null || r.Absence is not null) => ReportMeetingRefusals.AlreadyHeld,
        (Reschedule reschedule, ReportersNamed { Terms: var terms }) => DecideReschedule(reschedule, terms, month, context),
        (AttachDraw, Convened planned) => DecideAttach(planned, month, context),
        (AttachDraw, ReportersNamed) => Decision<ReportMeetingEvent>.Nothing,
        (NameReporters, Convened planned) => DecideReporters(planned, context),
        (NameReporters, ReportersNamed) => Decision<ReportMeetingEvent>.Nothing,
        (RecordReport or RecordAbsence or RecordAnalysis or Close, Convened) => ReportMeetingRefusals.NoReporters,
        (RecordReport or RecordAbsence, ReportersNamed { Terms: var terms }) when context.Today() < terms.HeldOn => ReportMeetingRefusals.NotHeld.With(LocalTime.Show(terms.HeldOn)),
        (RecordReport report, ReportersNamed reporting) => DecideReport(report, reporting),
        (RecordAbsence absence, ReportersNamed reporting) => DecideAbsence(absence, reporting),
        (RecordAnalysis analysis, ReportersNamed reporting) => DecideAnalysis(analysis, reporting),
        (Close, ReportersNamed { Reporters: var reporters }) when reporters.Any(r => !r.IsComplete()) =>
            ReportMeetingRefusals.Incomplete.With(string.Join(", ", reporters.Where(r => !r.IsComplete()).Select(r => r.CadreId))),
        (Close, ReportersNamed) => new Event.Closed(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<ReportMeetingEvent> DecideConvene(Convene convene, Month month, DecisionContext context) => context.PledgePolicy() switch
    {
        null => Townships.TownshipRefusals.NotFounded.With(context.Stream.Township),
        _ when !month.Contains(convene.HeldOn) => ReportMeetingRefusals.NotInMonth.With(LocalTime.Show(convene.HeldOn), month),
        var policy => new Event.Convened(convene.HeldOn, convene.Place, policy.Values.Reporters, policy.Version),
    };

    static Decision<ReportMeetingEvent> DecideReschedule(Reschedule reschedule, Event.Convened terms, Month month, DecisionContext context) => reschedule switch
    {
        _ when (reschedule.HeldOn, reschedule.Place) == (terms.HeldOn, terms.Place) => Decision<ReportMeetingEvent>.Nothing,
        _ when !month.Contains(reschedule.HeldOn) => ReportMeetingRefusals.NotInMonth.With(LocalTime.Show(reschedule.HeldOn), month),
        _ when reschedule.HeldOn < context.Today() => CommonRefusals.TooEarly.With(LocalTime.Show(reschedule.HeldOn), LocalTime.Show(context.Today())),
        _ => new Event.Rescheduled(reschedule.HeldOn, reschedule.Place, reschedule.Reason),
    };
}
