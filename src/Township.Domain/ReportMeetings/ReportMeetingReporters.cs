using Township.Draws;
using static Township.ReportMeetings.ReportMeetingCommand;
using static Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

public abstract partial record ReportMeeting
{
    // The draw attached last; another may take its place only when it is void.
    static IEnumerable<FactRequest> Attached(Planned planned) => planned.Draws is [.., var last] ? [Fact<DrawResult>.Of(last.DrawId).Guarded] : [];

    static Decision<ReportMeetingEvent> DecideAttach(AttachDraw attach, Planned planned, DecisionContext context)
    {
        var attached = planned.Draws is [.., var last] ? last.DrawId : null;
        return attach switch
        {
            _ when attach.DrawId == attached => Decision<ReportMeetingEvent>.Nothing,
            _ when planned.Draws.Any(d => d.DrawId == attach.DrawId) => ReportMeetingRefusals.DrawUsed.With(attach.DrawId),
            _ when attached is not null && context.Fact<DrawResult>(attached)?.Status is not DrawStep.Void => ReportMeetingRefusals.DrawNotVoid.With(attached),
            _ => DecideDraw(attach, attached, planned.Terms.Reporters, context),
        };
    }

    static Decision<ReportMeetingEvent> DecideDraw(AttachDraw attach, string? replaced, int wanted, DecisionContext context) => context.Fact<DrawResult>(attach.DrawId) switch
    {
        null => CommonRefusals.Unknown.With(attach.DrawId),
        { Status: not (DrawStep.Frozen or DrawStep.Drawn) } or { Commitment: null } => ReportMeetingRefusals.DrawUnusable.With(attach.DrawId),
        var draw when draw.WinnersWanted != Math.Min(wanted, draw.Candidates.Count) =>
            ReportMeetingRefusals.WrongNumber.With(draw.WinnersWanted, Math.Min(wanted, draw.Candidates.Count)),
        { Status: DrawStep.Drawn } draw => new ReportMeetingEvent[]
        {
            new DrawAttached(attach.DrawId, draw.Commitment, replaced), new ReportersNamed(attach.DrawId, draw.Winners),
        },
        var draw => new DrawAttached(attach.DrawId, draw.Commitment, replaced),
    };

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
