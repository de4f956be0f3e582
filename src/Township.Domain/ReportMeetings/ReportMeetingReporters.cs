using Township.Draws;
using static Township.ReportMeetings.ReportMeetingCommand;
using Event = Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

public abstract partial record ReportMeeting
{
    // The draw attached last.
    static IEnumerable<FactRequest> Attached(Convened planned) => planned.Draws is [.., var last] ? [Fact<DrawResult>.Of(last.DrawId).Guarded] : [];

    static Decision<ReportMeetingEvent> DecideAttach(Convened planned, Month month, DecisionContext context)
    {
        var attached = planned.Draws is [.., var last] ? last.DrawId : null;
        var (drawId, draw) = DrawPurpose.Counting(DrawId.OfMeeting(month), [], context);
        return draw switch
        {
            null => CommonRefusals.Unknown.With(drawId),
            _ when drawId == attached => Decision<ReportMeetingEvent>.Nothing,
            { Status: DrawStatus.Drawn } => (ReportMeetingEvent[])[new Event.DrawAttached(drawId, draw.Commitment, attached), new Event.ReportersNamed(drawId, draw.Winners)],
            _ => new Event.DrawAttached(drawId, draw.Commitment, attached),
        };
    }

    static Decision<ReportMeetingEvent> DecideReporters(Convened planned, DecisionContext context) =>
        planned.Draws is not [.., { DrawId: var drawId }] ? ReportMeetingRefusals.NoDraw
        : context.Fact<DrawResult>(drawId) is { Status: DrawStatus.Drawn } draw ? new Event.ReportersNamed(drawId, draw.Winners)
        : ReportMeetingRefusals.NotDrawn.With(drawId);

    static Decision<ReportMeetingEvent> DecideReport(RecordReport record, ReportersNamed reporting) => Find(record.CadreId, reporting) switch
    {
        null => ReportMeetingRefusals.NotDrawnCadre.With(record.CadreId),
        { Report: not null } or { Absence: not null } => ReportMeetingRefusals.AlreadyRecorded.With(record.CadreId),
        _ => new Event.ReportRecorded(record.CadreId, record.Summary),
    };

    static Decision<ReportMeetingEvent> DecideAbsence(RecordAbsence record, ReportersNamed reporting) => Find(record.CadreId, reporting) switch
    {
        null => ReportMeetingRefusals.NotDrawnCadre.With(record.CadreId),
        { Report: not null } or { Absence: not null } => ReportMeetingRefusals.AlreadyRecorded.With(record.CadreId),
        _ => new Event.AbsenceRecorded(record.CadreId, record.Reason),
    };

    static Decision<ReportMeetingEvent> DecideAnalysis(RecordAnalysis record, ReportersNamed reporting) => Find(record.CadreId, reporting) switch
    {
        null => ReportMeetingRefusals.NotDrawnCadre.With(record.CadreId),
        { Report: null } => ReportMeetingRefusals.NoReport.With(record.CadreId),
        { Analysis: not null } => ReportMeetingRefusals.AlreadyRecorded.With(record.CadreId),
        _ => new Event.AnalysisRecorded(record.CadreId, record.Analysis, record.Evaluation),
    };

    static Reporter? Find(string cadreId, ReportersNamed reporting) => reporting.Reporters.FirstOrDefault(r => r.CadreId == cadreId);
}
