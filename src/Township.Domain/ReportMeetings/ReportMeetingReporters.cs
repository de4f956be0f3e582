using Township.Draws;
using static Township.ReportMeetings.ReportMeetingCommand;
using static Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

public abstract partial record ReportMeeting
{
    // The draw attached last.
    static IEnumerable<FactRequest> Attached(Planned planned) => planned.Draws is [.., var last] ? [Fact<DrawResult>.Of(last.DrawId).Guarded] : [];

    static Decision<ReportMeetingEvent> DecideAttach(Planned planned, Month month, DecisionContext context)
    {
        var attached = planned.Draws is [.., var last] ? last.DrawId : null;
        var (drawId, draw) = DrawPurpose.Counting(DrawId.OfMeeting(month), [], context);
        return draw switch
        {
            null => CommonRefusals.Unknown.With(drawId),
            _ when drawId == attached => Decision<ReportMeetingEvent>.Nothing,
            { Status: DrawStep.Drawn } => (ReportMeetingEvent[])[new DrawAttached(drawId, draw.Commitment, attached), new ReportersNamed(drawId, draw.Winners)],
            _ => new DrawAttached(drawId, draw.Commitment, attached),
        };
    }

    static Decision<ReportMeetingEvent> DecideReporters(Planned planned, DecisionContext context) =>
        planned.Draws is not [.., { DrawId: var drawId }] ? ReportMeetingRefusals.NoDraw
        : context.Fact<DrawResult>(drawId) is { Status: DrawStep.Drawn } draw ? new ReportersNamed(drawId, draw.Winners)
        : ReportMeetingRefusals.NotDrawn.With(drawId);

    static Decision<ReportMeetingEvent> DecideReport(RecordReport record, Reporting reporting) => Find(record.CadreId, reporting) switch
    {
        null => ReportMeetingRefusals.NotDrawnCadre.With(record.CadreId),
        { Report: not null } or { Absence: not null } => ReportMeetingRefusals.AlreadyRecorded.With(record.CadreId),
        _ => new ReportRecorded(record.CadreId, record.Summary),
    };

    static Decision<ReportMeetingEvent> DecideAbsence(RecordAbsence record, Reporting reporting) => Find(record.CadreId, reporting) switch
    {
        null => ReportMeetingRefusals.NotDrawnCadre.With(record.CadreId),
        { Report: not null } or { Absence: not null } => ReportMeetingRefusals.AlreadyRecorded.With(record.CadreId),
        _ => new AbsenceRecorded(record.CadreId, record.Reason),
    };

    static Decision<ReportMeetingEvent> DecideAnalysis(RecordAnalysis record, Reporting reporting) => Find(record.CadreId, reporting) switch
    {
        null => ReportMeetingRefusals.NotDrawnCadre.With(record.CadreId),
        { Report: null } => ReportMeetingRefusals.NoReport.With(record.CadreId),
        { Analysis: not null } => ReportMeetingRefusals.AlreadyRecorded.With(record.CadreId),
        _ => new AnalysisRecorded(record.CadreId, record.Analysis, record.Evaluation),
    };

    static Reporter? Find(string cadreId, Reporting reporting) => reporting.Reporters.FirstOrDefault(r => r.CadreId == cadreId);
}
