using System.Diagnostics;
using Event = Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

/// <summary>The monthly pledge report meeting 工作承诺报告会 (P4): reporters drawn at random, each report analysed and evaluated.</summary>
[Title("工作承诺报告会", "report meeting")]
public abstract partial record ReportMeeting : IAggregate<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView>
{
    private ReportMeeting() { }

    public sealed record Unplanned : ReportMeeting;

    /// <summary>Convened; who reports is not known. The last draw is the valid one.</summary>
    public sealed record Convened(Event.Convened Terms, EquatableList<AttachedDraw> Draws) : ReportMeeting;

    /// <summary>Who reports is known.</summary>
    public sealed record ReportersNamed(Event.Convened Terms, EquatableList<AttachedDraw> Draws, EquatableList<Reporter> Reporters) : ReportMeeting
    {
        internal ReportersNamed With(string cadreId, Func<Reporter, Reporter> change) => this with { Reporters = Reporters.Replace(r => r.CadreId == cadreId, change) };
    }

    public sealed record Closed(Event.Convened Terms, EquatableList<AttachedDraw> Draws, EquatableList<Reporter> Reporters) : ReportMeeting;

    public static string Category => "meeting";

    public static ReportMeeting Initial => new Unplanned();

    public static ReportMeeting Evolve(ReportMeeting state, ReportMeetingEvent e) => (state, e) switch
    {
        (Unplanned, Event.Convened convened) => new Convened(convened, []),
        (Convened planned, Event.Rescheduled moved) => planned with { Terms = Moved(planned.Terms, moved) },
        (Convened planned, Event.DrawAttached attached) => planned with { Draws = planned.Draws.Replace(_ => true, d => d with { Replaced = true }).Add(new(attached.DrawId, attached.Commitment, false)) },
        (Convened planned, Event.ReportersNamed named) => new ReportersNamed(planned.Terms, planned.Draws, named.CadreIds.Select(c => new Reporter(c, null, null, null, null)).ToEquatableList()),
        (ReportersNamed reporting, Event.Rescheduled moved) => reporting with { Terms = Moved(reporting.Terms, moved) },
        (ReportersNamed reporting, Event.ReportRecorded report) => reporting.With(report.CadreId, r => r with { Report = report.Summary }),
        (ReportersNamed reporting, Event.AbsenceRecorded absence) => reporting.With(absence.CadreId, r => r with { Absence = absence.Reason }),
        (ReportersNamed reporting, Event.AnalysisRecorded analysis) => reporting.With(analysis.CadreId, r => r with { Analysis = analysis.Analysis, Evaluation = analysis.Evaluation }),
        (ReportersNamed reporting, Event.Closed) => new Closed(reporting.Terms, reporting.Draws, reporting.Reporters),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static MeetingDrawing? DrawingOf(ReportMeeting state) => state is Convened { Terms: var terms } ? new(terms.HeldOn, terms.Reporters) : null;

    public static ReportMeetingView View(ReportMeeting state, StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var month = MonthOf(stream.Id);
        return state switch
        {
            Convened s => Show(ReportMeetingStatus.Convened, month, s.Terms, s.Draws, []),
            ReportersNamed s => Show(ReportMeetingStatus.ReportersNamed, month, s.Terms, s.Draws, s.Reporters),
            Closed s => Show(ReportMeetingStatus.Closed, month, s.Terms, s.Draws, s.Reporters),
            _ => new(ReportMeetingStatus.Unplanned, month, null, null, 0, null, [], []),
        };
    }

    static ReportMeetingView Show(ReportMeetingStatus status, Month? month, Event.Convened terms, EquatableList<AttachedDraw> draws, EquatableList<Reporter> reporters) =>
        new(status, month, terms.HeldOn, terms.Place, terms.Reporters, terms.PolicyVersion, draws, reporters);

    static Event.Convened Moved(Event.Convened terms, Event.Rescheduled moved) => terms with { HeldOn = moved.HeldOn, Place = moved.Place };

    // Accepts only one spelling of a month; another one would be a second meeting of the same month.
    static Month? MonthOf(string id) => Month.TryParse(id, out var month) && month.ToString() == id ? month : null;
}
