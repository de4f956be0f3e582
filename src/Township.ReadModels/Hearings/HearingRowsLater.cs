using System.Diagnostics;
using static Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>In the sitting and after it.</summary>
sealed partial record HearingRows
{
    HearingRows InSitting(HearingEvent e) => e switch
    {
        ChairTaken taken => With(m => m with { Chair = taken.Chair }),
        Asked asked => Said(asked.Entry) with { Questions = Questions.Add(new(asked.Entry, asked.IssueNumber, asked.SpeakerId, QuestionAnswer.Open)) },
        Explained explained => Said(explained.Entry).Answered(explained.Question, QuestionAnswer.Explained),
        LeftUnanswered left => Answered(left.Question, QuestionAnswer.Unanswered),
        OpinionStated stated => Said(stated.Entry),
        Suggested suggested => Said(suggested.Entry),
        Discussed discussed => Said(discussed.Entry),
        IssueRaised raised => Said(raised.Entry).Plus(HearingIssueRow.New(raised.IssueNumber, raised.Title, true, 0)),
        Objected objected => Said(objected.Entry),
        Concluded concluded => With(concluded.IssueNumber, i => i with { Outcome = IssueOutcome.Concluded }),
        Referred referred => With(referred.IssueNumber, i => i.Referred()),
        // What was neither concluded nor referred was agreed on.
        SittingEnded ended => With(m => m with { Step = HearingStep.Held, SatUntil = ended.At, FeedbackDueOn = ended.FeedbackDue.On }) with
        {
            Issues = Issues.Replace(i => i is { Dropped: false, Outcome: IssueOutcome.Open }, i => i with { Outcome = IssueOutcome.Agreed }),
        },
        _ => throw new UnreachableException($"{e.GetType().Name} is not of the sitting."),
    };

    HearingRows Afterwards(HearingEvent e) => e switch
    {
        StudyResultRecorded result => With(result.IssueNumber, i => i with { StudiedOn = result.On }),
        MeasureAssigned assigned => With(assigned.IssueNumber, i => i with { MeasuredInRound = i.Round }) with
        {
            Measures = Measures.Add(new(
                assigned.IssueNumber, assigned.MeasureNumber, Issue(assigned.IssueNumber)?.Round ?? 0, assigned.OwnerId, assigned.Due.On,
                false, null, null)),
        },
        MeasureCompleted completed => With(completed.IssueNumber, completed.MeasureNumber, m => m with { CompletedOn = completed.On, Late = completed.Late }),
        MeasureOverdue overdue => With(overdue.IssueNumber, overdue.MeasureNumber, m => m with { Overdue = true }),
        PromiseLinked linked => With(linked.IssueNumber, i => i with { Promises = i.Promises + 1, PromisedInRound = i.Round }),
        FeedbackRecorded recorded => this with
        {
            Feedback = recorded.IssueNumbers.Aggregate(Feedback, (rows, issue) =>
                HearingPublicationRow.Replace(rows, issue, Issue(issue)?.Round ?? 0, recorded.DisclosureId, recorded.Publications)),
        },
        FeedbackOverdue => With(m => m with { FeedbackOverdue = true }),
        Closed closed => With(m => m with { Step = HearingStep.Closed, EndedOn = closed.On }),
        Reopened reopened => With(m => m with
        {
            Step = HearingStep.Held,
            EndedOn = null,
            FeedbackDueOn = reopened.FeedbackDue.On,
            FeedbackOverdue = false,
            Reopenings = m.Reopenings + 1,
        }) with
        { Issues = Issues.Replace(i => reopened.IssueNumbers.Contains(i.Number), i => i with { Round = i.Round + 1 }) },
        _ => throw new UnreachableException($"{e.GetType().Name} is not of the time after the sitting."),
    };

    HearingRows Said(int entry) => With(m => m with { Entries = entry });

    HearingRows Answered(int question, QuestionAnswer answer) => this with { Questions = Questions.Replace(q => q.Entry == question, q => q with { Answer = answer }) };

    HearingRows With(int issue, int measure, Func<HearingMeasureRow, HearingMeasureRow> change) =>
        this with { Measures = Measures.Replace(m => m.Issue == issue && m.Number == measure, change) };
}
