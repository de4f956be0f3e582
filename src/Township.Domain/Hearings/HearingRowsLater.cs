using System.Diagnostics;
using Township.Disclosures;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>In the sitting and after it.</summary>
public sealed partial record HearingRows
{
    HearingRows InSitting(HearingEvent e) => e switch
    {
        Event.ChairTaken taken => With(m => m with { Chair = taken.Chair }),
        Event.Asked asked => Said(asked.Entry) with
        {
            Questions = Questions.Add(new(Stream.Township, Stream.Id, asked.Entry, asked.IssueNumber, asked.SpeakerId, QuestionAnswer.Open)),
        },
        Event.Explained explained => Said(explained.Entry).Answered(explained.Question, QuestionAnswer.Explained),
        Event.LeftUnanswered left => Answered(left.Question, QuestionAnswer.Unanswered),
        Event.OpinionStated stated => Said(stated.Entry),
        Event.Suggested suggested => Said(suggested.Entry),
        Event.Discussed discussed => Said(discussed.Entry),
        Event.IssueRaised raised => Said(raised.Entry).Plus(raised.IssueNumber, raised.Title, true, 0),
        Event.Objected objected => Said(objected.Entry),
        Event.Concluded concluded => With(concluded.IssueNumber, i => i with { Outcome = IssueOutcome.Concluded }),
        // An announced conclusion stays one, even if the issue is studied again later.
        Event.Referred referred => With(referred.IssueNumber, i => i with
        {
            Outcome = i.Outcome is IssueOutcome.Concluded ? i.Outcome : IssueOutcome.Referred,
            ReferredInRound = i.Round,
            StudiedOn = null,
        }),
        // Issues that were neither concluded nor referred were agreed on.
        Event.SittingEnded ended => With(m => m with { Status = HearingStatus.Held, SatUntil = ended.At, FeedbackDueOn = ended.FeedbackDue.On }) with
        {
            Issues = Issues.Replace(i => i is { Dropped: false, Outcome: IssueOutcome.Open }, i => i with { Outcome = IssueOutcome.Agreed }),
        },
        _ => throw new UnreachableException($"{e.GetType().Name} is not of the sitting."),
    };

    HearingRows Afterwards(HearingEvent e) => e switch
    {
        Event.StudyResultRecorded result => With(result.IssueNumber, i => i with { StudiedOn = result.On }),
        Event.MeasureAssigned assigned => With(assigned.IssueNumber, i => i with { MeasuredInRound = i.Round }) with
        {
            Measures = Measures.Add(new(
                Stream.Township, Stream.Id, assigned.IssueNumber, assigned.MeasureNumber, RoundOf(assigned.IssueNumber), assigned.OwnerId, assigned.Due.On, false, null, null)),
        },
        Event.MeasureCompleted completed => With(completed.IssueNumber, completed.MeasureNumber, m => m with { CompletedOn = completed.On, Late = completed.Late }),
        Event.MeasureOverdue overdue => With(overdue.IssueNumber, overdue.MeasureNumber, m => m with { Overdue = true }),
        Event.PromiseLinked linked => With(linked.IssueNumber, i => i with { Promises = i.Promises + 1, PromisedInRound = i.Round }),
        Event.FeedbackRecorded recorded => recorded.IssueNumbers.Aggregate(this, (rows, issue) => rows.FedBack(issue, recorded)),
        Event.FeedbackOverdue => With(m => m with { FeedbackOverdue = true }),
        Event.Closed closed => With(m => m with { Status = HearingStatus.Closed, EndedOn = closed.On }),
        Event.Reopened reopened => With(m => m with
        {
            Status = HearingStatus.Held,
            EndedOn = null,
            FeedbackDueOn = reopened.FeedbackDue.On,
            FeedbackOverdue = false,
            Reopenings = m.Reopenings + 1,
        }) with
        { Issues = Issues.Replace(i => reopened.IssueNumbers.Contains(i.Issue), i => i with { Round = i.Round + 1 }) },
        _ => throw new UnreachableException($"{e.GetType().Name} is not of the time after the sitting."),
    };

    HearingRows FedBack(int issue, Event.FeedbackRecorded e)
    {
        var round = RoundOf(issue);
        var now = ByChannel(e.Publications).Select(p =>
            new HearingFeedbackRow(Stream.Township, Stream.Id, issue, round, e.DisclosureId, p.Channel, p.At, true, LocalTime.DateOf(p.At), false)).ToList();
        return this with
        {
            Feedback = Replace(Feedback, f => (f.Issue, f.Round, f.DisclosureId) == (issue, round, e.DisclosureId), f => f.Channel, f => f with { Recorded = false }, now),
        };
    }

    // Replaces what a disclosure showed before with what it shows now. What it no longer shows stays, marked as no longer recorded.
    static EquatableList<TRow> Replace<TRow>(
        EquatableList<TRow> all, Func<TRow, bool> isOfDisclosure, Func<TRow, Channel> channel, Func<TRow, TRow> gone, List<TRow> now) =>
        [.. all.Where(row => !isOfDisclosure(row) || !now.Any(n => channel(n) == channel(row))).Select(row => isOfDisclosure(row) ? gone(row) : row), .. now];

    // On the same channel the first one counts.
    static IEnumerable<(Channel Channel, DateTimeOffset At)> ByChannel(EquatableList<HearingPublication> publications) =>
        publications.GroupBy(p => p.Channel).Select(p => (p.Key, p.Min(one => one.At)));

    // Only what belongs to the last round of an issue accounts for it.
    HearingIssueRow Counted(HearingIssueRow i) => i with
    {
        AccountedFor = i.Dropped || i.ReferredInRound == i.Round || i.MeasuredInRound == i.Round || i.PromisedInRound == i.Round,
        FeedbackChannels = Feedback.Where(f => f.Issue == i.Issue && f.Round == i.Round && f.Recorded).Select(f => f.Channel).Distinct().Count(),
    };

    int RoundOf(int issue) => Issues.FirstOrDefault(i => i.Issue == issue)?.Round ?? 0;

    HearingRows Plus(int number, string title, bool raisedInSitting, int reports) => this with
    {
        Issues = Issues.Add(new(Stream.Township, Stream.Id, number, title, raisedInSitting, false, reports, IssueOutcome.Open, null, 1, 0, 0, 0, 0, false, 0)),
    };

    HearingRows With(int issue, Func<HearingIssueRow, HearingIssueRow> change) => this with { Issues = Issues.Replace(i => i.Issue == issue, change) };

    HearingRows With(int issue, int measure, Func<HearingMeasureRow, HearingMeasureRow> change) =>
        this with { Measures = Measures.Replace(m => m.Issue == issue && m.Measure == measure, change) };

    HearingRows Said(int entry) => With(m => m with { Entries = entry });

    HearingRows Answered(int question, QuestionAnswer answer) => this with { Questions = Questions.Replace(q => q.Entry == question, q => q with { Answer = answer }) };
}
