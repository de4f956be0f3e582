namespace Township.ReportMeetings;

/// <summary>What happened to a report meeting. Stored; see docs/formats.md before changing anything.</summary>
public abstract record ReportMeetingEvent
{
    private ReportMeetingEvent() { }

    /// <summary>The meeting was convened.</summary>
    [EventName("meeting.convened")]
    [Title("报告会已召集", "Meeting convened")]
    public sealed record Convened(DateOnly HeldOn, string Place, int Reporters, string PolicyVersion) : ReportMeetingEvent;

    /// <summary>Day or place changed.</summary>
    [EventName("meeting.rescheduled")]
    [Title("报告会已改期或改地点", "Meeting rescheduled")]
    public sealed record Rescheduled(DateOnly HeldOn, string Place, PersonalText Reason) : ReportMeetingEvent;

    /// <summary>A draw was attached that will select the reporters; it replaces a void one, if there was one.</summary>
    [EventName("meeting.draw-attached")]
    [Title("报告人抽签已登记", "Draw attached")]
    public sealed record DrawAttached(string DrawId, string Commitment, string? Replaced) : ReportMeetingEvent;

    /// <summary>The draw has a result: these cadres report.</summary>
    [EventName("meeting.reporters-named")]
    [Title("报告人已确定", "Reporters named")]
    public sealed record ReportersNamed(string DrawId, EquatableList<string> CadreIds) : ReportMeetingEvent;

    /// <summary>A cadre reported.</summary>
    [EventName("meeting.report-recorded")]
    [Title("报告已登记", "Report recorded")]
    public sealed record ReportRecorded(string CadreId, PersonalText Summary) : ReportMeetingEvent;

    /// <summary>A cadre did not report.</summary>
    [EventName("meeting.absence-recorded")]
    [Title("未报告已登记", "Absence recorded")]
    public sealed record AbsenceRecorded(string CadreId, PersonalText Reason) : ReportMeetingEvent;

    /// <summary>A report was analysed and evaluated.</summary>
    [EventName("meeting.analysis-recorded")]
    [Title("月析月评已登记", "Analysis recorded")]
    public sealed record AnalysisRecorded(string CadreId, PersonalText Analysis, PersonalText Evaluation) : ReportMeetingEvent;

    /// <summary>The record was closed.</summary>
    [EventName("meeting.closed")]
    [Title("报告会记录已办结", "Record closed")]
    public sealed record Closed : ReportMeetingEvent;
}
