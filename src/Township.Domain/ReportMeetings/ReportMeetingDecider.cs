using Township.Draws;
using static Township.ReportMeetings.ReportMeetingCommand;
using static Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

public abstract partial record ReportMeeting
{
    public static IEnumerable<FactRequest> Needs(ReportMeetingCommand command, ReportMeeting state, DecisionContext context) => (command, state) switch
    {
        (Convene, Unplanned) => [Policies.Pledges],
        (AttachDraw, Planned) when MonthOf(context.Stream.Id) is { } month => DrawPurpose.AskingForDraws(DrawId.OfMeeting(month), [], context),
        (NameReporters, Planned planned) => Attached(planned),
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
        (Convene convene, Planned { Terms: var terms }) when (convene.HeldOn, convene.Place) == (terms.HeldOn, terms.Place) => Decision<ReportMeetingEvent>.Nothing,
        (Convene, Planned or Reporting) => ReportMeetingRefusals.AlreadyConvened,
        (_, Unplanned) => ReportMeetingRefusals.NotConvened,
        (Close, Complete) => Decision<ReportMeetingEvent>.Nothing,
        (_, Complete) => ReportMeetingRefusals.Closed,
        (Reschedule reschedule, Planned { Terms: var terms }) => DecideReschedule(reschedule, terms, month, context),
        (Reschedule, Reporting { Reporters: var reporters }) when reporters.Any(r => r.Report is not null || r.Absence is not null) => ReportMeetingRefusals.AlreadyHeld,
        (Reschedule reschedule, Reporting { Terms: var terms }) => DecideReschedule(reschedule, terms, month, context),
        (AttachDraw, Planned planned) => DecideAttach(planned, month, context),
        (AttachDraw, Reporting) => Decision<ReportMeetingEvent>.Nothing,
        (NameReporters, Planned planned) => DecideReporters(planned, context),
        (NameReporters, Reporting) => Decision<ReportMeetingEvent>.Nothing,
        (RecordReport or RecordAbsence or RecordAnalysis or Close, Planned) => ReportMeetingRefusals.NoReporters,
        (RecordReport or RecordAbsence, Reporting { Terms: var terms }) when context.Today() < terms.HeldOn => ReportMeetingRefusals.NotHeld.With(LocalTime.Show(terms.HeldOn)),
        (RecordReport report, Reporting reporting) => DecideReport(report, reporting),
        (RecordAbsence absence, Reporting reporting) => DecideAbsence(absence, reporting),
        (RecordAnalysis analysis, Reporting reporting) => DecideAnalysis(analysis, reporting),
        (Close, Reporting { Reporters: var reporters }) when reporters.Any(r => !r.IsComplete()) =>
            ReportMeetingRefusals.Incomplete.With(string.Join(", ", reporters.Where(r => !r.IsComplete()).Select(r => r.CadreId))),
        (Close, Reporting) => new Closed(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<ReportMeetingEvent> DecideConvene(Convene convene, Month month, DecisionContext context) => context.PledgePolicy() switch
    {
        null => Townships.TownshipRefusals.NotFounded.With(context.Stream.Township),
        _ when !month.Contains(convene.HeldOn) => ReportMeetingRefusals.NotInMonth.With(LocalTime.Show(convene.HeldOn), month),
        var policy => new Convened(convene.HeldOn, convene.Place, policy.Values.Reporters, policy.Version),
    };

    static Decision<ReportMeetingEvent> DecideReschedule(Reschedule reschedule, Convened terms, Month month, DecisionContext context) => reschedule switch
    {
        _ when (reschedule.HeldOn, reschedule.Place) == (terms.HeldOn, terms.Place) => Decision<ReportMeetingEvent>.Nothing,
        _ when !month.Contains(reschedule.HeldOn) => ReportMeetingRefusals.NotInMonth.With(LocalTime.Show(reschedule.HeldOn), month),
        _ when reschedule.HeldOn < context.Today() => CommonRefusals.TooEarly.With(LocalTime.Show(reschedule.HeldOn), LocalTime.Show(context.Today())),
        _ => new Rescheduled(reschedule.HeldOn, reschedule.Place, reschedule.Reason),
    };
}
