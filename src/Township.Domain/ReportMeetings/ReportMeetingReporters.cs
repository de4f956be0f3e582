using Township.Draws;
using static Township.ReportMeetings.ReportMeetingCommand;
using static Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

public abstract partial record ReportMeeting
{
    // Whoever replaces a draw says which one: that one is then read and must be void.
    static Decision<ReportMeetingEvent> DecideAttach(AttachDraw attach, Planned planned, DecisionContext context)
    {
        var attached = planned.Draws is [.., var last] ? last.DrawId : null;
        return attach switch
        {
            _ when attach.DrawId == attached => Decision<ReportMeetingEvent>.Nothing,
            _ when planned.Draws.Any(d => d.DrawId == attach.DrawId) => ReportMeetingRefusals.DrawUsed.With(attach.DrawId),
            { Replaces: null } when attached is not null => ReportMeetingRefusals.DrawAttached.With(attached),
            { Replaces: { } replaced } when replaced != attached => ReportMeetingRefusals.NotTheDraw.With(replaced),
            { Replaces: { } replaced } when Inputs.ReplacedDraw.Find(context.Inputs)?.Step is not DrawStep.Void => ReportMeetingRefusals.DrawNotVoid.With(replaced),
            _ => DecideDraw(attach, planned.Terms.Reporters, context),
        };
    }

    static Decision<ReportMeetingEvent> DecideDraw(AttachDraw attach, int wanted, DecisionContext context) => Inputs.Draw.Find(context.Inputs) switch
    {
        null => CommonRefusals.Unknown.With(attach.DrawId),
        { Step: not (DrawStep.Frozen or DrawStep.Drawn) } or { Commitment: null } => ReportMeetingRefusals.DrawUnusable.With(attach.DrawId),
        var draw when draw.WinnersWanted != Math.Min(wanted, draw.Candidates.Count) =>
            ReportMeetingRefusals.WrongNumber.With(draw.WinnersWanted, Math.Min(wanted, draw.Candidates.Count)),
        { Step: DrawStep.Drawn } draw => new ReportMeetingEvent[]
        {
            new DrawAttached(attach.DrawId, draw.Commitment, attach.Replaces), new ReportersNamed(attach.DrawId, draw.Winners),
        },
        var draw => new DrawAttached(attach.DrawId, draw.Commitment, attach.Replaces),
    };

    static Decision<ReportMeetingEvent> DecideReporters(NameReporters name, Planned planned, DecisionContext context) => Inputs.Draw.Find(context.Inputs) switch
    {
        _ when planned.Draws is not [.., var attached] || attached.DrawId != name.DrawId => ReportMeetingRefusals.NotTheDraw.With(name.DrawId),
        { Step: DrawStep.Drawn } draw => new ReportersNamed(name.DrawId, draw.Winners),
        _ => ReportMeetingRefusals.NotDrawn.With(name.DrawId),
    };

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
