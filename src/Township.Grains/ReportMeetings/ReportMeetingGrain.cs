namespace Township.ReportMeetings;

[GrainType("meeting")]
public sealed class ReportMeetingGrain(SessionServices services) : EventSourcedGrain<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView>(services), IReportMeetingGrain;
