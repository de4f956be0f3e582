using System.Diagnostics;
using static Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>The rows of a hearing in <see cref="HearingsHeld"/>.</summary>
sealed partial record HearingRows(HearingRow Main) : IStreamRows<HearingRows, HearingEvent>
{
    public EquatableList<HearingIssueRow> Issues { get; init; } = [];

    public EquatableList<HearingMeasureRow> Measures { get; init; } = [];

    public EquatableList<HearingQuestionRow> Questions { get; init; } = [];

    public EquatableList<HearingPublicationRow> Notices { get; init; } = [];

    public EquatableList<HearingPublicationRow> Feedback { get; init; } = [];

    public static IReadOnlyList<ViewTable> Tables => HearingTables.All;

    public IEnumerable<ViewRow> Rows =>
    [
        Main.In(this),
        .. Issues.Select(i => i.In(this)), .. Measures.Select(m => m.In(this)), .. Questions.Select(q => q.In(this)),
        .. Notices.Select(n => n.InNotices(this)), .. Feedback.Select(f => f.InFeedback(this)),
    ];

    public static HearingRows From(EquatableList<string> key, Func<ViewTable, IEnumerable<Cells>> stored) =>
        new(stored(HearingTables.Hearings).Select(HearingRow.From).SingleOrDefault() ?? new(key[0], key[1]))
        {
            Issues = [.. stored(HearingTables.Issues).Select(HearingIssueRow.From)],
            Measures = [.. stored(HearingTables.Measures).Select(HearingMeasureRow.From)],
            Questions = [.. stored(HearingTables.Questions).Select(HearingQuestionRow.From)],
            Notices = [.. stored(HearingTables.Notices).Select(HearingPublicationRow.Notice)],
            Feedback = [.. stored(HearingTables.Feedback).Select(HearingPublicationRow.Feedback)],
        };

    public HearingIssueRow? Issue(int number) => Issues.FirstOrDefault(i => i.Number == number);

    public HearingRows After(HearingEvent e) => e switch
    {
        Prepared prepared => With(m => m with { Step = HearingStep.Preparing, Topic = prepared.Topic, PolicyVersion = prepared.Policy.Version, PreparedBy = prepared.By }),
        TopicRevised revised => With(m => m with { Topic = revised.Topic }).Revised(revised.Revision),
        IssueAdded added => Plus(HearingIssueRow.New(added.IssueNumber, added.Title, false, added.ReportIds.Count)).Revised(added.Revision),
        ReportsAssigned assigned => With(assigned.IssueNumber, i => i with { Reports = i.Reports + assigned.ReportIds.Count }),
        ReportRemoved removed => With(removed.IssueNumber, i => i with { Reports = i.Reports - 1 }),
        IssueDropped dropped => With(dropped.IssueNumber, i => i with { Dropped = true }).Revised(dropped.Revision),
        Arranged arranged => With(m => m with { Step = HearingStep.Preparing, OpensAt = arranged.OpensAt, Place = arranged.Place }).Revised(arranged.Revision),
        NoticeRecorded recorded => Published(recorded),
        NoticePeriodEnded => With(m => m with { NoticeEnded = true }),
        Postponed postponed => With(m => m with
        {
            Step = HearingStep.Postponed,
            Postponements = m.Postponements + 1,
            Confirmed = postponed.Cause is PostponementCause.BelowQuorum ? null : m.Confirmed,
            Quorum = postponed.Cause is PostponementCause.BelowQuorum ? null : m.Quorum,
        }),
        Cancelled cancelled => With(m => m with { Step = HearingStep.Cancelled, EndedOn = cancelled.On }),
        RepresentativesConfirmed confirmed => With(m => m with { Confirmed = confirmed.Confirmed, Quorum = confirmed.Quorum }),
        // Whoever comes in addition makes the list one to be confirmed anew.
        SignUpReopened or Invited => With(m => m with { Confirmed = null, Quorum = null }),
        Opened opened => With(m => m with
        {
            Step = HearingStep.Sitting,
            Chair = opened.Chair,
            SatFrom = opened.At,
            Attended = opened.Representatives,
            Officers = opened.Officers,
        }),
        WorkPlanned or TaskCompleted or GroupsSet or SignedUp or SignUpClosed or DrawAttached or GroupSeated or InvitationAccepted or InvitationDeclined
            or RepresentativeWithdrew or RepresentativeRecused or ReservePromoted or OfficerAppointed or OfficerRecused
            or AttendanceRecorded or LeavingRecorded or EntryCorrected or ObjectionWithdrawn => this,
        ChairTaken or Asked or Explained or LeftUnanswered or OpinionStated or Suggested or Discussed or IssueRaised or Objected or Concluded or Referred or SittingEnded => InSitting(e),
        StudyResultRecorded or MeasureAssigned or MeasureCompleted or MeasureOverdue or PromiseLinked or FeedbackRecorded or FeedbackOverdue or Closed or Reopened => Afterwards(e),
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    HearingRows Published(NoticeRecorded e) => With(m => m with
    {
        NoticeFrom = e.Period?.From,
        EarliestOn = e.Period?.EarliestOn,
        NoticeEnded = m.NoticeEnded && e.Period is { } period && (period.From, period.EarliestOn) == (m.NoticeFrom, m.EarliestOn),
    }) with
    { Notices = HearingPublicationRow.Replace(Notices, e.Revision, 0, e.DisclosureId, e.Publications) };

    // The public was told something else: what was published counts no longer.
    HearingRows Revised(HearingRevision? revision) => revision is null || revision.Number == Main.Revision
        ? this
        : With(m => m with { Revision = revision.Number, NoticeFrom = null, EarliestOn = null, NoticeEnded = false });

    HearingRows With(Func<HearingRow, HearingRow> change) => this with { Main = change(Main) };

    HearingRows With(int issue, Func<HearingIssueRow, HearingIssueRow> change) => this with { Issues = Issues.Replace(i => i.Number == issue, change) };

    HearingRows Plus(HearingIssueRow issue) => this with { Issues = Issues.Add(issue) };
}
