using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H6: where opinions agree 形成一致意见 a conclusion may be announced; where they do not there is none, and the issue is referred.
public abstract partial record Hearing
{
    static Decision<HearingEvent> DecideConclusion(Conclude conclude, HearingFile file, HearingMinutes minutes, DecisionContext context) => file.Issue(conclude.IssueNumber) switch
    {
        _ when RefuseUnlessChair(minutes, context) is { } refusal => refusal,
        null => HearingRefusals.NoSuchIssue.With(conclude.IssueNumber),
        { Outcome: not IssueOutcome.Open } => HearingRefusals.IssueDecided.With(conclude.IssueNumber),
        var issue when StandingObjections(issue, file, minutes) is { Count: > 0 } objections =>
            HearingRefusals.NoAgreement.With(conclude.IssueNumber, string.Join(", ", objections)),
        _ when RefuseOpenQuestions(minutes.OpenQuestions().Where(q => q.IssueNumber == conclude.IssueNumber)) is { } refusal => refusal,
        _ when RefuseQuorum(file) is { } refusal => refusal,
        _ => new Event.Concluded(conclude.IssueNumber, conclude.Conclusion, context.Actor.Subject),
    };

    static Decision<HearingEvent> DecideReferral(Refer refer, HearingFile file, HearingMinutes minutes, DecisionContext context) => file.Issue(refer.IssueNumber) switch
    {
        _ when RefuseUnlessChair(minutes, context) is { } refusal => refusal,
        null => HearingRefusals.NoSuchIssue.With(refer.IssueNumber),
        { Outcome: IssueOutcome.Referred } => Decision<HearingEvent>.Nothing,
        { Outcome: IssueOutcome.Concluded } => HearingRefusals.IssueDecided.With(refer.IssueNumber),
        var issue => Referring(issue, refer.Reason, StandingObjections(issue, file, minutes), context),
    };

    // After the sitting: an issue that turns out to need it, also one that was concluded and reopened.
    static Decision<HearingEvent> DecideLaterReferral(Refer refer, HearingFile file, HearingMinutes minutes, DecisionContext context) => file.Issue(refer.IssueNumber) switch
    {
        null => HearingRefusals.NoSuchIssue.With(refer.IssueNumber),
        var issue when issue.ReferredInRound == issue.Round => Decision<HearingEvent>.Nothing,
        var issue => Referring(issue, refer.Reason, StandingObjections(issue, file, minutes), context),
    };

    // An issue without a conclusion is agreed on if nobody objects and the quorum is still present; otherwise it is referred with the end
    // of the sitting.
    static Decision<HearingEvent> DecideEnd(HearingFile file, HearingMinutes minutes, DecisionContext context)
    {
        if (RefuseUnlessChair(minutes, context) is { } notChair) return notChair;
        if (RefuseOpenQuestions(minutes.OpenQuestions()) is { } open) return open;
        var quorum = RefuseQuorum(file) is null;
        return (HearingEvent[])
        [
            .. file.Issues.Where(i => i is { Dropped: false, Outcome: IssueOutcome.Open })
                .Select(i => (Issue: i, Objections: StandingObjections(i, file, minutes)))
                .Where(i => !quorum || i.Objections.Count > 0)
                .Select(i => Referring(i.Issue, null, i.Objections, context)),
            new Event.SittingEnded(context.Now, FeedbackDue(file, context), context.Actor.Subject),
        ];
    }

    static Event.Referred Referring(HearingIssue issue, PersonalText? reason, EquatableList<int> objections, DecisionContext context) =>
        new(issue.Number, reason, objections, context.Actor.Subject);

    // Objections of the people who are present or, after the sitting, were present at its end. The objection of a person who has left
    // remains in the minutes, and counts again when that person comes back.
    static EquatableList<int> StandingObjections(HearingIssue issue, HearingFile file, HearingMinutes minutes) =>
        issue.Objections.Where(o => minutes.SpeakerOf(o) is { } speaker && file.People.Attends(speaker)).ToEquatableList();

    static DueDate FeedbackDue(HearingFile file, DecisionContext context) =>
        context.Calendar().AddWorkdays(context.Today(), file.Policy.Values.FeedbackWorkdays);

    static Refusal? RefuseOpenQuestions(IEnumerable<HearingQuestion> open) =>
        string.Join(", ", open.Select(q => q.Entry)) is { Length: > 0 } entries ? HearingRefusals.QuestionsOpen.With(entries) : null;
}
