namespace Township.ReportMeetings;

/// <summary>What can be asked of a pledge report meeting 工作承诺报告会 (P4).</summary>
[GenerateSerializer, Alias("meeting.command")]
public abstract record ReportMeetingCommand : Command
{
    private ReportMeetingCommand() { }

    /// <summary>Convenes the month's meeting. How many report comes from the policy. By the office.</summary>
    /// <param name="HeldOn">When; within the month.</param>
    /// <param name="Place">Where.</param>
    [GenerateSerializer, Alias("meeting.convene"), CommandName("meeting.convene")]
    [Title("召集报告会", "Convene the meeting")]
    public sealed record Convene(DateOnly HeldOn, string Place) : ReportMeetingCommand;

    /// <summary>Sets another day or place, as long as nothing has been recorded from the meeting. By the office.</summary>
    /// <param name="HeldOn">When; within the month, not in the past.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("meeting.reschedule"), CommandName("meeting.reschedule")]
    [Title("报告会改期或改地点", "Reschedule the meeting")]
    public sealed record Reschedule(DateOnly HeldOn, string Place, [Text(1000, MultiLine = true)] PersonalText Reason) : ReportMeetingCommand;

    /// <summary>
    /// Records that the month's draw (rule D) selects the reporters: the one draw for the meeting that is not void. Names them at once when
    /// the draw has a result. When a draw attached before was voided, the next one replaces it, and both stay visible. By the office.
    /// </summary>
    [GenerateSerializer, Alias("meeting.attach-draw"), CommandName("meeting.attach-draw")]
    [Title("登记报告人抽签", "Attach the draw")]
    public sealed record AttachDraw : ReportMeetingCommand;

    /// <summary>Names the reporters from the attached draw, once it has a result. By the office.</summary>
    [GenerateSerializer, Alias("meeting.name-reporters"), CommandName("meeting.name-reporters")]
    [Title("按抽签确定报告人", "Name the reporters")]
    public sealed record NameReporters : ReportMeetingCommand;

    /// <summary>Records that a drawn cadre reported; not before the day of the meeting. By the office.</summary>
    [GenerateSerializer, Alias("meeting.record-report"), CommandName("meeting.record-report")]
    [Title("登记报告", "Record a report")]
    public sealed record RecordReport([Person] string CadreId, [Text(4000, MultiLine = true)] PersonalText Summary) : ReportMeetingCommand;

    /// <summary>Records that a drawn cadre did not report, and why; not before the day of the meeting. By the office.</summary>
    [GenerateSerializer, Alias("meeting.record-absence"), CommandName("meeting.record-absence")]
    [Title("登记未报告", "Record an absence")]
    public sealed record RecordAbsence([Person] string CadreId, [Text(1000, MultiLine = true)] PersonalText Reason) : ReportMeetingCommand;

    /// <summary>Records the monthly analysis and evaluation of a report 月析月评. By the office.</summary>
    /// <param name="CadreId">Who reported.</param>
    /// <param name="Analysis">月析.</param>
    /// <param name="Evaluation">月评.</param>
    [GenerateSerializer, Alias("meeting.record-analysis"), CommandName("meeting.record-analysis")]
    [Title("登记月析月评", "Record an analysis")]
    public sealed record RecordAnalysis(
        [Person] string CadreId, [Text(4000, MultiLine = true)] PersonalText Analysis, [Text(4000, MultiLine = true)] PersonalText Evaluation) : ReportMeetingCommand;

    /// <summary>Closes the record, when every drawn cadre has report, analysis and evaluation, or an absence. By the office.</summary>
    [GenerateSerializer, Alias("meeting.close"), CommandName("meeting.close")]
    [Title("报告会记录办结", "Close the record")]
    public sealed record Close : ReportMeetingCommand;
}
