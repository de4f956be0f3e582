namespace Township.ReportMeetings;

/// <summary>Why a report meeting refuses.</summary>
public static class ReportMeetingRefusals
{
    /// <summary>The day does not lie in the meeting's month. Arguments: the day, the month.</summary>
    public static readonly RefusalReason NotInMonth = new("meeting.not-in-month", "{0} 不在 {1} 内。", "{0} does not lie in {1}.");

    /// <summary>The meeting has not been convened.</summary>
    public static readonly RefusalReason NotConvened = new("meeting.not-convened", "报告会尚未召集。", "The meeting has not been convened.");

    /// <summary>The meeting has been convened.</summary>
    public static readonly RefusalReason AlreadyConvened = new("meeting.already-convened", "报告会已经召集,改期请用改期。", "The meeting has been convened; reschedule it instead.");

    /// <summary>The meeting has been held.</summary>
    public static readonly RefusalReason AlreadyHeld = new("meeting.already-held", "报告会已经召开,不能改期。", "The meeting has been held and cannot be rescheduled.");

    /// <summary>The meeting has not been held. Argument: its day.</summary>
    public static readonly RefusalReason NotHeld = new("meeting.not-held", "报告会要到 {0} 才召开。", "The meeting is not held before {0}.");

    /// <summary>No draw is attached.</summary>
    public static readonly RefusalReason NoDraw = new("meeting.no-draw", "报告会尚未采用抽签。", "No draw is attached.");

    /// <summary>The draw is not decided. Argument: the draw.</summary>
    public static readonly RefusalReason NotDrawn = new("meeting.not-drawn", "抽签 {0} 尚未产生结果。", "The draw {0} is not decided.");

    /// <summary>It is not known who reports.</summary>
    public static readonly RefusalReason NoReporters = new("meeting.no-reporters", "报告人尚未抽定。", "It is not known yet who reports.");

    /// <summary>The cadre was not drawn. Argument: the cadre.</summary>
    public static readonly RefusalReason NotDrawnCadre = new("meeting.not-a-reporter", "{0} 不是抽定的报告人。", "{0} was not drawn to report.");

    /// <summary>The cadre's report or absence is on record. Argument: the cadre.</summary>
    public static readonly RefusalReason AlreadyRecorded = new("meeting.already-recorded", "{0} 的情况已经记录。", "This is on record already for {0}.");

    /// <summary>The cadre has not reported. Argument: the cadre.</summary>
    public static readonly RefusalReason NoReport = new("meeting.no-report", "{0} 没有报告。", "{0} has not reported.");

    /// <summary>Something is missing for some cadres. Argument: which.</summary>
    public static readonly RefusalReason Incomplete = new("meeting.incomplete", "以下报告人的记录不完整:{0}。", "The record is incomplete for {0}.");

    /// <summary>The record is closed.</summary>
    public static readonly RefusalReason Closed = new("meeting.closed", "报告会记录已经办结。", "The meeting's record is closed.");
}
