using System.Diagnostics;
using static Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

/// <summary>The monthly pledge report meeting 工作承诺报告会 (P4): reporters drawn at random, each report analysed and evaluated.</summary>
public abstract partial record ReportMeeting : IAggregate<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView>
{
    private ReportMeeting() { }

    public sealed record Unplanned : ReportMeeting;

    /// <summary>Convened; who reports is not known. The last draw is the valid one.</summary>
    public sealed record Planned(Convened Terms, EquatableList<AttachedDraw> Draws) : ReportMeeting;

    /// <summary>Who reports is known.</summary>
    public sealed record Reporting(Convened Terms, EquatableList<AttachedDraw> Draws, EquatableList<Reporter> Reporters) : ReportMeeting
    {
        internal Reporting With(string cadreId, Func<Reporter, Reporter> change) => this with { Reporters = Reporters.Replace(r => r.CadreId == cadreId, change) };
    }

    public sealed record Complete(Convened Terms, EquatableList<AttachedDraw> Draws, EquatableList<Reporter> Reporters) : ReportMeeting;

    public static string Category => "meeting";

    public static ReportMeeting Initial => new Unplanned();

    public static ReportMeeting Evolve(ReportMeeting state, ReportMeetingEvent e) => (state, e) switch
    {
        (Unplanned, Convened convened) => new Planned(convened, []),
        (Planned planned, Rescheduled moved) => planned with { Terms = Moved(planned.Terms, moved) },
        (Planned planned, DrawAttached attached) => planned with { Draws = planned.Draws.Replace(_ => true, d => d with { Replaced = true }).Add(new(attached.DrawId, attached.Commitment, false)) },
        (Planned planned, ReportersNamed named) => new Reporting(planned.Terms, planned.Draws, named.CadreIds.Select(c => new Reporter(c, null, null, null, null)).ToEquatableList()),
        (Reporting reporting, Rescheduled moved) => reporting with { Terms = Moved(reporting.Terms, moved) },
        (Reporting reporting, ReportRecorded report) => reporting.With(report.CadreId, r => r with { Report = report.Summary }),
        (Reporting reporting, AbsenceRecorded absence) => reporting.With(absence.CadreId, r => r with { Absence = absence.Reason }),
        (Reporting reporting, AnalysisRecorded analysis) => reporting.With(analysis.CadreId, r => r with { Analysis = analysis.Analysis, Evaluation = analysis.Evaluation }),
        (Reporting reporting, Closed) => new Complete(reporting.Terms, reporting.Draws, reporting.Reporters),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static MeetingDrawing? DrawingOf(ReportMeeting state) => state is Planned { Terms: var terms } ? new(terms.HeldOn, terms.Reporters) : null;

    public static ReportMeetingView View(ReportMeeting state, StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var month = MonthOf(stream.Id);
        return state switch
        {
            Planned s => Show(MeetingStep.Convened, month, s.Terms, s.Draws, []),
            Reporting s => Show(MeetingStep.ReportersNamed, month, s.Terms, s.Draws, s.Reporters),
            Complete s => Show(MeetingStep.Closed, month, s.Terms, s.Draws, s.Reporters),
            _ => new(MeetingStep.Open, month, null, null, 0, null, [], []),
        };
    }

    static ReportMeetingView Show(MeetingStep step, Month? month, Convened terms, EquatableList<AttachedDraw> draws, EquatableList<Reporter> reporters) =>
        new(step, month, terms.HeldOn, terms.Place, terms.Reporters, terms.PolicyVersion, draws, reporters);

    static Convened Moved(Convened terms, Rescheduled moved) => terms with { HeldOn = moved.HeldOn, Place = moved.Place };

    // Accepts only one spelling of a month; another one would be a second meeting of the same month.
    static Month? MonthOf(string id) => Month.TryParse(id, out var month) && month.ToString() == id ? month : null;
}
