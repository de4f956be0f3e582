namespace Township.IssueReports;

/// <summary>Why a command to a reported issue is refused.</summary>
public static class IssueReportRefusals
{
    /// <summary>A report by an instructor or informant must name the village.</summary>
    public static readonly RefusalReason NeedsVillage = new("issue-report.needs-village",
        "驻村指导员、村级宣传员上报问题须注明所在村。", "A report by an instructor or informant must name the village.");

    /// <summary>There is no such village, or it was abolished. Argument: the village.</summary>
    public static readonly RefusalReason NoSuchVillage = new("issue-report.no-such-village",
        "没有 {0} 这个村，或者该村已经撤销。", "There is no village {0}, or it was abolished.");

    /// <summary>The person is not stationed in the village. Arguments: the person, the village.</summary>
    public static readonly RefusalReason NotInstructor = new("issue-report.not-instructor",
        "{0} 不是 {1} 的驻村指导员。", "{0} is not an instructor stationed in {1}.");

    /// <summary>The person is not an informant of the village. Arguments: the person, the village.</summary>
    public static readonly RefusalReason NotInformant = new("issue-report.not-informant",
        "{0} 不是 {1} 的村级宣传员。", "{0} is not an informant of {1}.");

    /// <summary>The office records a report for somebody and does not name the reporter.</summary>
    public static readonly RefusalReason NeedsReporter = new("issue-report.needs-reporter",
        "代他人登记须注明反映人的编号；听证代表和群众没有编号的，注明姓名。",
        "A report that the efficiency office records for somebody must give the reporter's id; for a representative or citizen "
        + "without an id, the name.");

    /// <summary>Only the office may file a report for somebody else.</summary>
    public static readonly RefusalReason OnlyYourOwn = new("issue-report.only-your-own",
        "只有效能办可以代他人登记。", "Only the efficiency office may file a report for somebody else.");

    /// <summary>The report has not been filed.</summary>
    public static readonly RefusalReason NotFiled = new("issue-report.not-filed", "问题尚未上报。", "The report has not been filed.");

    /// <summary>The report is part of a hearing. Arguments: the hearing, the issue.</summary>
    public static readonly RefusalReason InHearing = new("issue-report.in-hearing",
        "本问题已并入听证会 {0} 第 {1} 项议题。", "The report is part of issue {1} of hearing {0}.");

    /// <summary>The hearing does not list the report under that issue. Arguments: the hearing, the issue.</summary>
    public static readonly RefusalReason NotListed = new("issue-report.not-listed",
        "听证会 {0} 第 {1} 项议题没有列入本问题。", "Issue {1} of hearing {0} does not list this report.");

    /// <summary>The hearing still lists the report. Arguments: the hearing, the issue.</summary>
    public static readonly RefusalReason StillListed = new("issue-report.still-listed",
        "听证会 {0} 没有取消，第 {1} 项议题仍列有本问题。", "Hearing {0} is not cancelled, and its issue {1} still lists this report.");

    /// <summary>The report is not part of that hearing. Argument: the hearing.</summary>
    public static readonly RefusalReason NotThere = new("issue-report.not-there",
        "本问题没有并入听证会 {0}。", "The report is not part of hearing {0}.");

    /// <summary>The report has already been answered.</summary>
    public static readonly RefusalReason Answered = new("issue-report.answered", "问题已经答复。", "The report has already been answered.");
}
