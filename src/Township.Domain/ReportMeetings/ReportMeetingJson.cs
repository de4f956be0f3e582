using System.Text.Json.Serialization;

namespace Township.ReportMeetings;

[JsonSerializable(typeof(ReportMeeting))]
[JsonSerializable(typeof(ReportMeetingView))]
[JsonSerializable(typeof(AttachedDraw))]
[JsonSerializable(typeof(Reporter))]
[JsonSerializable(typeof(ReportMeetingCommand.Convene))]
[JsonSerializable(typeof(ReportMeetingCommand.Reschedule))]
[JsonSerializable(typeof(ReportMeetingCommand.AttachDraw))]
[JsonSerializable(typeof(ReportMeetingCommand.NameReporters))]
[JsonSerializable(typeof(ReportMeetingCommand.RecordReport))]
[JsonSerializable(typeof(ReportMeetingCommand.RecordAbsence))]
[JsonSerializable(typeof(ReportMeetingCommand.RecordAnalysis))]
[JsonSerializable(typeof(ReportMeetingCommand.Close))]
[JsonSerializable(typeof(ReportMeetingEvent.Convened))]
[JsonSerializable(typeof(ReportMeetingEvent.Rescheduled))]
[JsonSerializable(typeof(ReportMeetingEvent.DrawAttached))]
[JsonSerializable(typeof(ReportMeetingEvent.ReportersNamed))]
[JsonSerializable(typeof(ReportMeetingEvent.ReportRecorded))]
[JsonSerializable(typeof(ReportMeetingEvent.AbsenceRecorded))]
[JsonSerializable(typeof(ReportMeetingEvent.AnalysisRecorded))]
[JsonSerializable(typeof(ReportMeetingEvent.Closed))]
sealed partial class ReportMeetingJson : JsonSerializerContext;
