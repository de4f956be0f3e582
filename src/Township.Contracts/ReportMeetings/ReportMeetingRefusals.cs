namespace Township.ReportMeetings;

/// <summary>Why a command to a report meeting is refused.</summary>
public static class ReportMeetingRefusals
{
    /// <summary>The day is not in the meeting's month. Arguments: the day, the month.</summary>
    public static readonly RefusalReason NotInMonth = new("meeting.not-in-month",
        "日期 {0} 不在 {1} 当月内。", "The date {0} is not in the month {1}.");

    /// <summary>The meeting has not been convened.</summary>
    public static readonly RefusalReason NotConvened = new("meeting.not-convened", "报告会尚未召集。", "The meeting has not been convened.");

    /// <summary>The meeting has already been convened.</summary>
    public static readonly RefusalReason AlreadyConvened = new("meeting.already-convened",
        "报告会已经召集；需要改期的，请办理改期。", "The meeting has already been convened; reschedule it instead.");

    /// <summary>The meeting has been held.</summary>
    public static readonly RefusalReason AlreadyHeld = new("meeting.already-held",
        "报告会已经召开，不能改期。", "The meeting has been held and cannot be rescheduled.");

    /// <summary>The meeting has not been held. Argument: its day.</summary>
    public static readonly RefusalReason NotHeld = new("meeting.not-held",
        "报告会定于 {0} 召开，在此之前不能登记报告或缺席。", "The meeting is on {0}; reports and absences cannot be recorded earlier.");

    /// <summary>No draw is attached to the meeting.</summary>
    public static readonly RefusalReason NoDraw = new("meeting.no-draw", "报告会尚未登记抽签。", "No draw is attached to the meeting.");

    /// <summary>The draw has no result yet. Argument: the draw.</summary>
    public static readonly RefusalReason NotDrawn = new("meeting.not-drawn", "抽签 {0} 尚未产生结果。", "The draw {0} has no result yet.");

    /// <summary>The reporters have not been drawn yet.</summary>
    public static readonly RefusalReason NoReporters = new("meeting.no-reporters", "报告人尚未抽定。", "The reporters have not been drawn yet.");

    /// <summary>The cadre was not drawn to report. Argument: the cadre.</summary>
    public static readonly RefusalReason NotDrawnCadre = new("meeting.not-a-reporter", "{0} 不是抽定的报告人。", "{0} was not drawn to report.");

    /// <summary>The cadre's report, absence or analysis is already on record. Argument: the cadre.</summary>
    public static readonly RefusalReason AlreadyRecorded = new("meeting.already-recorded",
        "{0} 的报告、缺席或分析评价已经记录。", "The report, absence or analysis of {0} is already on record.");

    /// <summary>The cadre has not reported. Argument: the cadre.</summary>
    public static readonly RefusalReason NoReport = new("meeting.no-report",
        "{0} 没有报告，不能分析评价。", "{0} has not reported, so there is nothing to analyse.");

    /// <summary>The record is incomplete for some reporters. Argument: which.</summary>
    public static readonly RefusalReason Incomplete = new("meeting.incomplete",
        "以下报告人的记录不完整：{0}。", "The record is incomplete for these reporters: {0}.");

    /// <summary>The record is closed.</summary>
    public static readonly RefusalReason Closed = new("meeting.closed", "报告会记录已经办结。", "The meeting's record is closed.");
}
