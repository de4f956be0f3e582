namespace Township.Hearings;

/// <summary>The sitting (H5, H6). The entries of the minutes 笔录 are numbered from 1, without gaps.</summary>
public abstract partial record HearingEvent
{
    /// <summary>These people are present.</summary>
    [EventName("hearing.attendance-recorded")]
    [Title("到会情况已登记", "Attendance recorded")]
    public sealed record AttendanceRecorded(EquatableList<string> PersonIds, DateTimeOffset At) : HearingEvent;

    /// <summary>Somebody has left.</summary>
    [EventName("hearing.leaving-recorded")]
    [Title("离会情况已登记", "Leaving recorded")]
    public sealed record LeavingRecorded(string PersonId, DateTimeOffset At) : HearingEvent;

    /// <summary>The sitting was opened.</summary>
    /// <param name="Chair">The leader who opened it and chairs it.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="Period">The notice period as it followed from the notices at that moment.</param>
    /// <param name="Representatives">How many representatives attended.</param>
    /// <param name="Officers">How many officers attended.</param>
    /// <param name="Quorum">How many representatives had to attend.</param>
    [EventName("hearing.opened")]
    [Title("已开会", "Sitting opened")]
    public sealed record Opened(string Chair, DateTimeOffset At, NoticePeriod Period, int Representatives, int Officers, int Quorum) : HearingEvent;

    /// <summary>Another leader took the chair.</summary>
    [EventName("hearing.chair-taken")]
    [Title("主持人已更换", "Chair taken")]
    public sealed record ChairTaken(string Chair, string From, PersonalText Reason) : HearingEvent;

    /// <summary>A question was asked.</summary>
    [EventName("hearing.asked")]
    [Title("代表已提问", "Question asked")]
    public sealed record Asked(int Entry, string SpeakerId, int IssueNumber, PersonalText Text, string By) : HearingEvent;

    /// <summary>A question was explained.</summary>
    [EventName("hearing.explained")]
    [Title("听证员已释疑", "Question explained")]
    public sealed record Explained(int Entry, string SpeakerId, int Question, PersonalText Text, string By) : HearingEvent;

    /// <summary>A question was marked as unanswered.</summary>
    [EventName("hearing.left-unanswered")]
    [Title("提问标明未答复", "Question marked as unanswered")]
    public sealed record LeftUnanswered(int Question, PersonalText Reason, string By) : HearingEvent;

    /// <summary>An opinion was stated.</summary>
    [EventName("hearing.opinion-stated")]
    [Title("意见已发表", "Opinion stated")]
    public sealed record OpinionStated(int Entry, string SpeakerId, int IssueNumber, PersonalText Text, string By) : HearingEvent;

    /// <summary>A suggestion was made.</summary>
    [EventName("hearing.suggested")]
    [Title("建议已提出", "Suggestion made")]
    public sealed record Suggested(int Entry, string SpeakerId, int IssueNumber, PersonalText Text, string By) : HearingEvent;

    /// <summary>Something was discussed on the spot.</summary>
    [EventName("hearing.discussed")]
    [Title("已即时讨论", "Discussed on the spot")]
    public sealed record Discussed(int Entry, string SpeakerId, int IssueNumber, int? RefersTo, PersonalText Text, string By) : HearingEvent;

    /// <summary>A representative raised an issue of their own.</summary>
    [EventName("hearing.issue-raised")]
    [Title("会上议题已提出", "Issue raised")]
    public sealed record IssueRaised(int Entry, string SpeakerId, int IssueNumber, string Title, PersonalText Text, string By) : HearingEvent;

    /// <summary>Somebody objected to an agreement.</summary>
    [EventName("hearing.objected")]
    [Title("异议已提出", "Objection raised")]
    public sealed record Objected(int Entry, string SpeakerId, int IssueNumber, PersonalText Text, string By) : HearingEvent;

    /// <summary>An objection was withdrawn.</summary>
    [EventName("hearing.objection-withdrawn")]
    [Title("异议已撤回", "Objection withdrawn")]
    public sealed record ObjectionWithdrawn(int Objection, string SpeakerId, string By) : HearingEvent;

    /// <summary>The text of an entry was corrected.</summary>
    [EventName("hearing.entry-corrected")]
    [Title("笔录已更正", "Entry corrected")]
    public sealed record EntryCorrected(int Entry, PersonalText Text, PersonalText Reason, string By, DateTimeOffset At) : HearingEvent;

    /// <summary>A conclusion was announced.</summary>
    [EventName("hearing.concluded")]
    [Title("听证结论已宣布", "Conclusion announced")]
    public sealed record Concluded(int IssueNumber, PersonalText Conclusion, string By) : HearingEvent;

    /// <summary>An issue was referred to party committee and government.</summary>
    /// <param name="IssueNumber">The issue.</param>
    /// <param name="Reason">Why; null when it follows from the objections or the missing quorum alone.</param>
    /// <param name="Objections">The entries of the objections that stood.</param>
    /// <param name="By">Who referred it.</param>
    [EventName("hearing.referred")]
    [Title("已交由党委政府再进行研究", "Issue referred for further study")]
    public sealed record Referred(int IssueNumber, PersonalText? Reason, EquatableList<int> Objections, string By) : HearingEvent;

    /// <summary>The sitting ended; the feedback is due by this day.</summary>
    [EventName("hearing.sitting-ended")]
    [Title("已散会", "Sitting ended")]
    public sealed record SittingEnded(DateTimeOffset At, DueDate FeedbackDue, string By) : HearingEvent;
}
