namespace Township.ReportMeetings;

public abstract partial record ReportMeeting
{
    /// <summary>
    /// Cadres report to cadres: what is said, analysed and evaluated in the meeting is known to all cadres, and not published.
    /// </summary>
    public static ReadRule<ReportMeeting> Reading { get; } = ReadRule.Of<ReportMeeting>(id => MonthOf(id) is not null, Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor, Roles.Cadre)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
