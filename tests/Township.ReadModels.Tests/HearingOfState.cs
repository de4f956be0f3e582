using Township.Hearings;

namespace Township;

/// <summary>The rows of a hearing as its folded state says them: the second way, with which what each event changes is compared.</summary>
static class HearingOfState
{
    /// <summary>All rows, with every column that the state knows taken from it. What only the history knows is taken from the rows.</summary>
    public static IEnumerable<object> Rows(HearingView view, HearingRows rows) =>
    [
        Own(view, rows.Rows.OfType<HearingRow>().Single()),
        .. Same(view.Issues, rows.Rows.OfType<HearingIssueRow>(), i => i.Number, r => r.Issue, Issue),
        .. Same(view.Issues.SelectMany(i => i.Measures, (i, m) => (i.Number, Measure: m)), rows.Measures, m => (m.Number, m.Measure.Number), r => (r.Issue, r.Measure), (m, r) => r with
        {
            Round = m.Measure.Round,
            OwnerId = m.Measure.OwnerId,
            DueOn = m.Measure.Due.On,
            Overdue = m.Measure.Overdue,
            CompletedOn = m.Measure.CompletedOn,
        }),
        .. rows.Questions.Select(q => q with { Answer = Answer(view, q.Entry) }),
        // What a disclosure no longer shows, or showed of an earlier revision or round, is not in the state: its rows stay and do not hold.
        .. rows.Rows.OfType<HearingNoticeRow>().Select(n => n with
        {
            Holds = n.Revision == view.Revision && view.Notices.Any(p => (p.DisclosureId, p.Channel, p.At) == (n.DisclosureId, n.Channel, n.PublishedAt)),
        }),
        .. rows.Rows.OfType<HearingFeedbackRow>().Select(f => f with
        {
            Holds = view.Issues[f.Issue - 1] is var issue && f.Round == issue.Round
                && issue.Feedback.Any(p => (p.DisclosureId, p.Channel, p.At) == (f.DisclosureId, f.Channel, f.PublishedAt)),
        }),
    ];

    // Only the history knows who prepared it, how often it was postponed, and who attended when it was opened.
    static HearingRow Own(HearingView view, HearingRow row) => row with
    {
        Status = view.Status,
        Topic = view.Topic!,
        PolicyVersion = view.PolicyVersion!,
        Revision = view.Revision,
        OpensAt = view.Arrangement?.OpensAt,
        Place = view.Arrangement?.Place,
        NoticeFrom = view.NoticePeriod?.From,
        EarliestOn = view.NoticePeriod?.EarliestOn,
        NoticeEnded = view.NoticePeriodEnded,
        Quorum = view.People.Quorum,
        Chair = view.Sitting?.Chair,
        SatFrom = view.Sitting?.OpenedAt,
        SatUntil = view.Sitting?.EndedAt,
        Entries = view.Sitting?.Entries ?? 0,
        FeedbackDueOn = view.FeedbackDue?.On,
        FeedbackOverdue = view.FeedbackOverdue,
        Reopenings = view.Reopenings,
        EndedOn = view.EndedOn,
        OpensOn = view.Arrangement is { OpensAt: var at } ? LocalTime.DateOf(at) : null,
        Issues = view.Issues.Count(i => !i.Dropped),
        IssuesAccountedFor = view.Issues.Count(i => !i.Dropped && i.IsAccountedFor()),
        Unanswered = view.Sitting?.Unanswered.Count ?? 0,
    };

    static HearingIssueRow Issue(HearingIssue issue, HearingIssueRow row) => row with
    {
        Title = issue.Title,
        RaisedInSitting = issue.RaisedInSitting,
        Dropped = issue.Dropped,
        Reports = issue.ReportIds.Count,
        Outcome = issue.Outcome,
        StudiedOn = issue.StudiedOn,
        Round = issue.Round,
        ReferredInRound = issue.ReferredInRound,
        MeasuredInRound = issue.Measures.Count == 0 ? 0 : issue.Measures.Max(m => m.Round),
        PromisedInRound = issue.Promises.Count == 0 ? 0 : issue.Promises.Max(p => p.Round),
        Promises = issue.Promises.Count,
        AccountedFor = issue.IsAccountedFor(),
        FeedbackChannels = issue.Feedback.Select(f => f.Channel).Distinct().Count(),
    };

    static QuestionAnswer Answer(HearingView view, int entry) =>
        view.Sitting!.OpenQuestions.Contains(entry) ? QuestionAnswer.Open : view.Sitting.Unanswered.Contains(entry) ? QuestionAnswer.Unanswered : QuestionAnswer.Explained;

    // One row for each, and none besides.
    static IEnumerable<object> Same<TItem, TRow, TKey>(IEnumerable<TItem> items, IEnumerable<TRow> rows, Func<TItem, TKey> key, Func<TRow, TKey> keyOf, Func<TItem, TRow, TRow> with)
        where TRow : class
    {
        var all = rows.ToList();
        items.Select(key).Should().Equal(all.Select(keyOf));
        return items.Zip(all, with);
    }
}
