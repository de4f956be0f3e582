using System.Diagnostics;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>
/// The rows of a hearing. Its minutes may have thousands of entries, so that the folded state is not kept beside them: each event says what
/// it changes.
/// </summary>
/// <param name="Stream">The hearing.</param>
/// <param name="Main">
/// Its own row; null until it is prepared. Counts and days that follow from other columns are set when it is written.
/// </param>
public sealed partial record HearingRows(StreamId Stream, HearingRow? Main) : IStreamRows<HearingRows, HearingEvent>
{
    public EquatableList<HearingIssueRow> Issues { get; init; } = [];

    public EquatableList<HearingMeasureRow> Measures { get; init; } = [];

    public EquatableList<HearingQuestionRow> Questions { get; init; } = [];

    public EquatableList<HearingNoticeRow> Notices { get; init; } = [];

    public EquatableList<HearingFeedbackRow> Feedback { get; init; } = [];

    public static IReadOnlyList<Type> RowTypes { get; } =
        [typeof(HearingRow), typeof(HearingIssueRow), typeof(HearingMeasureRow), typeof(HearingQuestionRow), typeof(HearingNoticeRow), typeof(HearingFeedbackRow)];

    public static HearingRows From(StreamId stream, StoredRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new(stream, rows.Of<HearingRow>().SingleOrDefault())
        {
            Issues = rows.Of<HearingIssueRow>(),
            Measures = rows.Of<HearingMeasureRow>(),
            Questions = rows.Of<HearingQuestionRow>(),
            Notices = rows.Of<HearingNoticeRow>(),
            Feedback = rows.Of<HearingFeedbackRow>(),
        };
    }

    public IEnumerable<object> Rows
    {
        get
        {
            var issues = Issues.Select(Counted).ToList();
            return
            [
                Begun with
                {
                    OpensOn = Begun.OpensAt is { } at ? LocalTime.DateOf(at) : null,
                    Issues = issues.Count(i => !i.Dropped),
                    IssuesAccountedFor = issues.Count(i => i is { Dropped: false, AccountedFor: true }),
                    Questions = Questions.Count,
                    Unanswered = Questions.Count(q => q.Answer is QuestionAnswer.Unanswered),
                },
                .. issues, .. Measures, .. Questions,
                .. Notices.Select(n => n with { Holds = n.Recorded && n.Revision == Begun.Revision }),
                .. Feedback.Select(f => f with { Holds = f.Recorded && f.Round == RoundOf(f.Issue) }),
            ];
        }
    }

    HearingRow Begun => Main ?? throw new UnreachableException("A hearing begins with its preparation.");

    public HearingRows After(HearingEvent e) => e switch
    {
        Event.Prepared prepared => this with { Main = Blank(prepared) },
        Event.TopicRevised revised => With(m => m with { Topic = revised.Topic }).Revised(revised.Revision),
        Event.IssueAdded added => Plus(added.IssueNumber, added.Title, false, added.ReportIds.Count).Revised(added.Revision),
        Event.ReportsAssigned assigned => With(assigned.IssueNumber, i => i with { Reports = i.Reports + assigned.ReportIds.Count }),
        Event.ReportRemoved removed => With(removed.IssueNumber, i => i with { Reports = i.Reports - 1 }),
        Event.IssueDropped dropped => With(dropped.IssueNumber, i => i with { Dropped = true }).Revised(dropped.Revision),
        Event.Arranged arranged => With(m => m with { Status = HearingStatus.Preparing, OpensAt = arranged.OpensAt, Place = arranged.Place }).Revised(arranged.Revision),
        Event.NoticeRecorded recorded => Published(recorded),
        Event.NoticePeriodEnded => With(m => m with { NoticeEnded = true }),
        Event.Postponed postponed => With(m => m with
        {
            Status = HearingStatus.Postponed,
            Postponements = m.Postponements + 1,
            Confirmed = postponed.Cause is PostponementCause.BelowQuorum ? null : m.Confirmed,
            Quorum = postponed.Cause is PostponementCause.BelowQuorum ? null : m.Quorum,
        }),
        Event.Cancelled cancelled => With(m => m with { Status = HearingStatus.Cancelled, EndedOn = cancelled.On }),
        Event.RepresentativesConfirmed confirmed => With(m => m with { Confirmed = confirmed.Confirmed, Quorum = confirmed.Quorum }),
        // With additional people the list must be confirmed again.
        Event.SignUpReopened or Event.Invited => With(m => m with { Confirmed = null, Quorum = null }),
        Event.Opened opened => With(m => m with
        {
            Status = HearingStatus.Sitting,
            Chair = opened.Chair,
            SatFrom = opened.At,
            Attended = opened.Representatives,
            Officers = opened.Officers,
        }),
        Event.WorkPlanned or Event.TaskCompleted or Event.GroupsSet or Event.SignedUp or Event.SignUpClosed or Event.DrawAttached or Event.GroupSeated or Event.InvitationAccepted or Event.InvitationDeclined
            or Event.RepresentativeWithdrew or Event.RepresentativeRecused or Event.ReservePromoted or Event.OfficerAppointed or Event.OfficerRecused
            or Event.AttendanceRecorded or Event.LeavingRecorded or Event.EntryCorrected or Event.ObjectionWithdrawn => this,
        Event.ChairTaken or Event.Asked or Event.Explained or Event.LeftUnanswered or Event.OpinionStated or Event.Suggested or Event.Discussed or Event.IssueRaised or Event.Objected or Event.Concluded or Event.Referred or Event.SittingEnded => InSitting(e),
        Event.StudyResultRecorded or Event.MeasureAssigned or Event.MeasureCompleted or Event.MeasureOverdue or Event.PromiseLinked or Event.FeedbackRecorded or Event.FeedbackOverdue or Event.Closed or Event.Reopened => Afterwards(e),
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    HearingRow Blank(Event.Prepared e) => new(
        Stream.Township, Stream.Id, HearingStatus.Preparing, e.Topic, e.Policy.Version, e.By, 0, null, null, null, null, false, 0, null, null, null, null, null, null, null,
        0, null, false, 0, null, null, 0, 0, 0, 0);

    // A disclosure's publications take the place of those that it showed before.
    HearingRows Published(Event.NoticeRecorded e) => With(m => m with
    {
        NoticeFrom = e.Period?.From,
        EarliestOn = e.Period?.EarliestOn,
        NoticeEnded = m.NoticeEnded && e.Period is { } period && (period.From, period.EarliestOn) == (m.NoticeFrom, m.EarliestOn),
    }) with
    { Notices = Replace(Notices, n => (n.Revision, n.DisclosureId) == (e.Revision, e.DisclosureId), n => n.Channel, n => n with { Recorded = false }, Now(e)) };

    List<HearingNoticeRow> Now(Event.NoticeRecorded e) => [.. ByChannel(e.Publications).Select(p =>
        new HearingNoticeRow(Stream.Township, Stream.Id, e.Revision, e.DisclosureId, p.Channel, p.At, true, LocalTime.DateOf(p.At), false))];

    // What the public is told has changed: earlier publications no longer count.
    HearingRows Revised(HearingRevision? revision) => revision is null || revision.Number == Begun.Revision
        ? this
        : With(m => m with { Revision = revision.Number, NoticeFrom = null, EarliestOn = null, NoticeEnded = false });

    HearingRows With(Func<HearingRow, HearingRow> change) => this with { Main = change(Begun) };
}
