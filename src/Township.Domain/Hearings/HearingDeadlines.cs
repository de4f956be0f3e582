using System.Diagnostics;
using System.Globalization;
using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H3, H7, H8: when a notice period is over, a measure late, the feedback late. Measures go on after the hearing is closed.
public abstract partial record Hearing : IDeadlineAggregate<HearingCommand, HearingEvent>
{
    const string NoticeDeadline = "notice-period", FeedbackDeadline = "feedback", MeasureDeadline = "measure";

    public static IEnumerable<DeadlineChange> Deadlines(HearingEvent e, DeadlineSource source) => e switch
    {
        Event.NoticeRecorded { Period: { } period } => [DeadlineChange.Set(NoticeDeadline, LocalTime.StartOf(period.EarliestOn))],
        Event.NoticeRecorded or Event.NoticePeriodEnded or Event.Postponed or Event.TopicRevised or Event.IssueAdded or Event.IssueDropped or Event.Opened => [DeadlineChange.Clear(NoticeDeadline)],
        // A change of participants alone keeps the revision, and so the period.
        Event.Arranged arranged => arranged.Revision.Since == source.DecidedAt ? [DeadlineChange.Clear(NoticeDeadline)] : [],
        Event.Cancelled => [DeadlineChange.ClearAll],
        Event.SittingEnded ended => [DeadlineChange.Set(FeedbackDeadline, LocalTime.EndOf(ended.FeedbackDue))],
        Event.Reopened reopened => [DeadlineChange.Set(FeedbackDeadline, LocalTime.EndOf(reopened.FeedbackDue))],
        // Because of a correction, feedback that was complete when it was due may no longer be.
        Event.FeedbackRecorded => [DeadlineChange.Revive(FeedbackDeadline)],
        Event.FeedbackOverdue or Event.Closed => [DeadlineChange.Clear(FeedbackDeadline)],
        Event.MeasureAssigned assigned => [DeadlineChange.Set(NameOf(assigned.IssueNumber, assigned.MeasureNumber), LocalTime.EndOf(assigned.Due))],
        Event.MeasureCompleted done => [DeadlineChange.Clear(NameOf(done.IssueNumber, done.MeasureNumber))],
        Event.MeasureOverdue overdue => [DeadlineChange.Clear(NameOf(overdue.IssueNumber, overdue.MeasureNumber))],
        Event.Prepared or Event.ReportsAssigned or Event.ReportRemoved or Event.WorkPlanned or Event.TaskCompleted => [],
        Event.GroupsSet or Event.SignedUp or Event.SignUpClosed or Event.SignUpReopened or Event.DrawAttached or Event.GroupSeated or Event.Invited or Event.InvitationAccepted or Event.InvitationDeclined => [],
        Event.RepresentativesConfirmed or Event.RepresentativeWithdrew or Event.RepresentativeRecused or Event.ReservePromoted or Event.OfficerAppointed or Event.OfficerRecused => [],
        Event.AttendanceRecorded or Event.LeavingRecorded or Event.ChairTaken or Event.Asked or Event.Explained or Event.LeftUnanswered or Event.OpinionStated or Event.Suggested or Event.Discussed or Event.IssueRaised => [],
        Event.Objected or Event.ObjectionWithdrawn or Event.EntryCorrected or Event.Concluded or Event.Referred or Event.StudyResultRecorded or Event.PromiseLinked => [],
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
