namespace Township.IssueReports;

/// <summary>Why a reported issue refuses.</summary>
public static class IssueReportRefusals
{
    /// <summary>Instructors and informants report from a village.</summary>
    public static readonly RefusalReason NeedsVillage = new("issue-report.needs-village",
        "驻村指导员、村级宣传员上报问题须注明所在村。", "An instructor or informant reports from a village; name it.");

    /// <summary>There is no such village, or it was abolished. Argument: the village.</summary>
    public static readonly RefusalReason NoSuchVillage = new("issue-report.no-such-village", "没有 {0} 这个村,或该村已撤销。", "There is no village {0}, or it was abolished.");

    /// <summary>The person is not stationed in the village. Arguments: the person, the village.</summary>
    public static readonly RefusalReason NotInstructor = new("issue-report.not-instructor", "{0} 不是 {1} 的驻村指导员。", "{0} is not an instructor stationed in {1}.");

    /// <summary>The person is not the village's informant. Arguments: the person, the village.</summary>
    public static readonly RefusalReason NotInformant = new("issue-report.not-informant", "{0} 不是 {1} 的村级宣传员。", "{0} is not an informant of {1}.");

    /// <summary>The office writes down what somebody tells it; then it must say who.</summary>
    public static readonly RefusalReason NeedsReporter = new("issue-report.needs-reporter",
        "代为登记须注明反映人编号或姓名。", "When the office writes a report down it must name the reporter.");

    /// <summary>Only the office writes down what others report.</summary>
    public static readonly RefusalReason OnlyYourOwn = new("issue-report.only-your-own",
        "只有效能办可以代他人登记。", "Only the efficiency office files a report for somebody else.");

    /// <summary>The report has not been filed.</summary>
    public static readonly RefusalReason NotFiled = new("issue-report.not-filed", "问题尚未上报。", "The report has not been filed.");

    /// <summary>The report is in a hearing. Arguments: the hearing, the issue.</summary>
    public static readonly RefusalReason InHearing = new("issue-report.in-hearing", "问题已并入听证会 {0} 议题 {1}。", "The report is in issue {1} of hearing {0}.");

    /// <summary>The hearing does not list the report under that issue. Arguments: the hearing, the issue.</summary>
    public static readonly RefusalReason NotListed = new("issue-report.not-listed", "听证会 {0} 议题 {1} 没有列入本问题。", "Issue {1} of hearing {0} does not list this report.");

    /// <summary>The hearing still lists the report. Arguments: the hearing, the issue.</summary>
    public static readonly RefusalReason StillListed = new("issue-report.still-listed",
        "听证会 {0} 没有取消,议题 {1} 仍列有本问题。", "Hearing {0} stands, and its issue {1} still lists this report.");

    /// <summary>The report is not in that hearing. Argument: the hearing.</summary>
    public static readonly RefusalReason NotThere = new("issue-report.not-there", "问题不在听证会 {0}。", "The report is not in hearing {0}.");

    /// <summary>The report was answered.</summary>
    public static readonly RefusalReason Answered = new("issue-report.answered", "问题已经答复。", "The report was answered.");
}
