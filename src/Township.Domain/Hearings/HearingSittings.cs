using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H5: the minutes 笔录. A hot path: no facts, and no work that grows with what was said except copying ids.
public abstract partial record Hearing
{
    const int MaxEntries = 10_000;

    static Decision<HearingEvent> DecideSitting(HearingCommand command, HearingFile file, HearingMinutes minutes, DecisionContext context)
    {
        var (entry, by) = (minutes.Next, context.Actor.Subject);
        return command switch
        {
            TakeChair take => DecideChair(take, file.People, minutes, context),
            Conclude conclude => DecideConclusion(conclude, file, minutes, context),
            EndSitting => DecideEnd(file, minutes, context),
            LeaveUnanswered leave => DecideUnanswered(leave, minutes, context),
            WithdrawObjection withdraw => DecideWithdrawal(withdraw, file, minutes, by),
            _ when entry > MaxEntries => HearingRefusals.MinutesFull.With(MaxEntries),
            _ when RefuseSpeaker(command, file) is { } refusal => refusal,
            Ask c => new Event.Asked(entry, c.SpeakerId, c.IssueNumber, c.Text, by),
            Explain c => minutes.Question(c.Question) is null ? HearingRefusals.NoSuchQuestion.With(c.Question) : new Event.Explained(entry, c.SpeakerId, c.Question, c.Text, by),
            StateOpinion c => new Event.OpinionStated(entry, c.SpeakerId, c.IssueNumber, c.Text, by),
            Suggest c => new Event.Suggested(entry, c.SpeakerId, c.IssueNumber, c.Text, by),
            Discuss { RefersTo: { } earlier } when earlier < 1 || earlier >= entry => HearingRefusals.NoSuchEntry.With(earlier),
            Discuss c => new Event.Discussed(entry, c.SpeakerId, c.IssueNumber, c.RefersTo, c.Text, by),
            RaiseIssue when file.Issues.Count == MaxIssues => HearingRefusals.TooManyIssues.With(MaxIssues),
            RaiseIssue c => new Event.IssueRaised(entry, c.SpeakerId, file.Issues.Count + 1, c.Title, c.Text, by),
            RaiseObjection c when file.Issue(c.IssueNumber) is { Outcome: not IssueOutcome.Open } => HearingRefusals.IssueDecided.With(c.IssueNumber),
            RaiseObjection c => new Event.Objected(entry, c.SpeakerId, c.IssueNumber, c.Text, by),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    static Refusal? RefuseSpeaker(HearingCommand command, HearingFile file)
    {
        var (speaker, people) = (SpeakerOf(command)!, file.People);
        return command switch
        {
            _ when !people.Attends(speaker) => HearingRefusals.NotAttending.With(speaker),
            Explain when !people.IsOfficer(speaker) => HearingRefusals.ForOfficers.With(speaker),
            Ask or StateOpinion or Suggest or RaiseIssue when !people.IsSeated(speaker) => HearingRefusals.ForRepresentatives.With(speaker),
            Explain or RaiseIssue => null,
            _ when IssueOf(command) is var issue && file.Issue(issue) is null => HearingRefusals.NoSuchIssue.With(issue),
            _ => null,
        };
    }

    static int IssueOf(HearingCommand command) => command switch
    {
        Ask c => c.IssueNumber,
        StateOpinion c => c.IssueNumber,
        Suggest c => c.IssueNumber,
        Discuss c => c.IssueNumber,
        RaiseObjection c => c.IssueNumber,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<HearingEvent> DecideChair(TakeChair take, HearingPeople people, HearingMinutes minutes, DecisionContext context) => context.Actor.Subject switch
    {
        var leader when leader == minutes.Chair => Decision<HearingEvent>.Nothing,
        _ when RefuseChair(people, context) is { } refusal => refusal,
        var leader => new Event.ChairTaken(leader, minutes.Chair, take.Reason),
    };

    static Decision<HearingEvent> DecideUnanswered(LeaveUnanswered leave, HearingMinutes minutes, DecisionContext context) => minutes.Question(leave.Question) switch
    {
        _ when context.RefuseUnless(Roles.Office) is not null && RefuseUnlessChair(minutes, context) is { } refusal => refusal,
        null => HearingRefusals.NoSuchQuestion.With(leave.Question),
        { Answer: QuestionAnswer.Explained } => HearingRefusals.QuestionExplained.With(leave.Question),
        { Answer: QuestionAnswer.Unanswered } => Decision<HearingEvent>.Nothing,
        _ => new Event.LeftUnanswered(leave.Question, leave.Reason, context.Actor.Subject),
    };

    static Decision<HearingEvent> DecideWithdrawal(WithdrawObjection withdraw, HearingFile file, HearingMinutes minutes, string by) =>
        minutes.SpeakerOf(withdraw.Objection) == withdraw.SpeakerId && file.Issues.FirstOrDefault(i => i.Objections.Contains(withdraw.Objection)) is { } issue
            ? issue.Outcome is IssueOutcome.Open ? new Event.ObjectionWithdrawn(withdraw.Objection, withdraw.SpeakerId, by) : HearingRefusals.IssueDecided.With(issue.Number)
            : HearingRefusals.NoSuchObjection.With(withdraw.Objection, withdraw.SpeakerId);

    static Decision<HearingEvent> DecideCorrection(CorrectEntry correct, HearingMinutes minutes, DecisionContext context) => minutes.SpeakerOf(correct.Entry) switch
    {
        null => HearingRefusals.NoSuchEntry.With(correct.Entry),
        var speaker when RefuseOther(speaker, HearingRefusals.NotTheSpeaker, context) is { } refusal => refusal,
        _ => new Event.EntryCorrected(correct.Entry, correct.Text, correct.Reason, context.Actor.Subject, context.Now),
    };
}
