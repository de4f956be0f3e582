namespace Township.ReportMeetings;

/// <summary>The pledge report meeting 工作承诺报告会 of a month. Key: <c>township/yyyy-MM</c>.</summary>
[Alias("meeting")]
public interface IReportMeetingGrain : IAggregateGrain<ReportMeetingCommand, ReportMeetingView>;
