using System.Diagnostics;
using System.Globalization;
using static Township.Hearings.HearingCommand;
using static Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H3, H7, H8: when a notice period is over, a measure late, the feedback late. Measures go on after the hearing is closed.
public abstract partial record Hearing : IDeadlineAggregate<HearingCommand, HearingEvent>
{
    const string NoticeDeadline = "notice-period", FeedbackDeadline = "feedback", MeasureDeadline = "measure";

    public static IEnumerable<DeadlineChange> Deadlines(HearingEvent e, DeadlineSource source) => e switch
    {
        NoticeRecorded { Period: { } period } => [DeadlineChange.Set(NoticeDeadline, LocalTime.StartOf(period.EarliestOn))],
        NoticeRecorded or NoticePeriodEnded or Postponed or TopicRevised or IssueAdded or IssueDropped or Opened => [DeadlineChange.Clear(NoticeDeadline)],
        // A change of participants alone keeps the revision, and so the period.
        Arranged arranged => arranged.Revision.Since == source.DecidedAt ? [DeadlineChange.Clear(NoticeDeadline)] : [],
        Cancelled => [DeadlineChange.ClearAll],
        SittingEnded ended => [DeadlineChange.Set(FeedbackDeadline, LocalTime.EndOf(ended.FeedbackDue))],
        Reopened reopened => [DeadlineChange.Set(FeedbackDeadline, LocalTime.EndOf(reopened.FeedbackDue))],
        // Because of a correction, feedback that was complete when it was due may no longer be.
        FeedbackRecorded => [DeadlineChange.Revive(FeedbackDeadline)],
        FeedbackOverdue or Closed => [DeadlineChange.Clear(FeedbackDeadline)],
        MeasureAssigned assigned => [DeadlineChange.Set(NameOf(assigned.IssueNumber, assigned.MeasureNumber), LocalTime.EndOf(assigned.Due))],
        MeasureCompleted done => [DeadlineChange.Clear(NameOf(done.IssueNumber, done.MeasureNumber))],
        MeasureOverdue overdue => [DeadlineChange.Clear(NameOf(overdue.IssueNumber, overdue.MeasureNumber))],
        Prepared or ReportsAssigned or ReportRemoved or WorkPlanned or TaskCompleted => [],
        GroupsSet or SignedUp or SignUpClosed or SignUpReopened or DrawAttached or GroupSeated or Invited or InvitationAccepted or InvitationDeclined => [],
        RepresentativesConfirmed or RepresentativeWithdrew or RepresentativeRecused or ReservePromoted or OfficerAppointed or OfficerRecused => [],
        AttendanceRecorded or LeavingRecorded or ChairTaken or Asked or Explained or LeftUnanswered or OpinionStated or Suggested or Discussed or IssueRaised => [],
        Objected or ObjectionWithdrawn or EntryCorrected or Concluded or Referred or StudyResultRecorded or PromiseLinked => [],
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    public static HearingCommand Due(DueDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.Name.Split('.') switch
        {
            [NoticeDeadline] => new EndNoticePeriod(),
            [FeedbackDeadline] => new MarkFeedbackOverdue(),
            [MeasureDeadline, var issue, var measure] => new MarkMeasureOverdue(int.Parse(issue, CultureInfo.InvariantCulture), int.Parse(measure, CultureInfo.InvariantCulture)),
            _ => throw new UnreachableException($"A hearing has no deadline '{deadline.Name}'."),
        };
    }

    public static bool IsEarly(Refusal refusal) => refusal?.Code is { } code && (code == HearingRefusals.NoticeTooShort.Code || code == HearingRefusals.NotOverdue.Code);

    static string NameOf(int issue, int measure) => string.Create(CultureInfo.InvariantCulture, $"{MeasureDeadline}.{issue}.{measure}");
}
