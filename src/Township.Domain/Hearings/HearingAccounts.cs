using Township.Cadres;
using Township.Disclosures;
using Township.Promises;
using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H7, H8: every issue gets a measure, a promise or a referral, and its feedback through every required channel; only then the hearing
// closes.
public abstract partial record Hearing
{
    static Decision<HearingEvent> DecideAccounts(HearingCommand command, HearingFile file, HearingAftermath after, DecisionContext context) => command switch
    {
        AssignMeasure assign => DecideMeasure(assign, file, context),
        RecordFeedback record => DecideFeedback(record, file, context),
        MarkFeedbackOverdue => DecideFeedbackOverdue(file, after, context),
        Close => DecideClose(file, context),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<HearingEvent> DecideMeasure(AssignMeasure assign, HearingFile file, DecisionContext context) => file.Issue(assign.IssueNumber) switch
    {
        null => HearingRefusals.NoSuchIssue.With(assign.IssueNumber),
        _ when RefuseUnknownCadre(assign.OwnerId, context.Fact<CadreStanding>(assign.OwnerId), context) is { } refusal => refusal,
        _ when assign.DueOn < context.Today() => HearingRefusals.DeadlinePast.With(LocalTime.Show(assign.DueOn)),
        var issue => new Event.MeasureAssigned(
            issue.Number, issue.Measures.Count + 1, assign.Measure, assign.OwnerId, context.Calendar().RollToWorkday(assign.DueOn),
            context.Actor.Subject),
    };

    static bool IsItsPromise(PromiseStanding? promise, HearingIssue issue, DecisionContext context) =>
        promise is { Status: PromiseStatus.Made or PromiseStatus.Overdue or PromiseStatus.Fulfilled } && promise.HearingId == context.Stream.Id && promise.Issue == issue.Number;

    // One publication may be in time for an issue and too old for another that was reopened since.
    static Decision<HearingEvent> DecideFeedback(RecordFeedback record, HearingFile file, DecisionContext context)
    {
        var disclosure = context.Fact<DisclosurePublications>(record.DisclosureId);
        if (disclosure is null || !IsFeedback(disclosure, context)) return HearingRefusals.NotItsFeedback.With(record.DisclosureId);
        var now = file.Issues.Where(i => Covers(disclosure, i)).Select(i => (Issue: i, Publications: Published(record.DisclosureId, disclosure, i.FeedbackFrom ?? DateTimeOffset.MaxValue))).ToArray();
        if (now.Length == 0) return HearingRefusals.NotItsFeedback.With(record.DisclosureId);
        var changed = now.Where(n => n.Publications != n.Issue.Feedback.Where(f => f.DisclosureId == record.DisclosureId).ToEquatableList()).ToArray();
        return changed.Length > 0 || now.Any(n => n.Publications.Count > 0)
            ? changed.GroupBy(n => n.Publications).Select(g => (HearingEvent)new Event.FeedbackRecorded(record.DisclosureId, g.Select(n => n.Issue.Number).ToEquatableList(), g.Key)).ToArray()
            : HearingRefusals.NotPublished.With(record.DisclosureId);
    }

    static bool IsFeedback(DisclosurePublications disclosure, DecisionContext context) =>
        disclosure is { Kind: DisclosureKind.HearingFeedback, Subject: { } subject } && subject.Stream == context.Stream.ToString();

    static bool Covers(DisclosurePublications disclosure, HearingIssue issue) =>
        !issue.Dropped && disclosure.Subject is { IssueNumbers: var numbers } && (numbers.Count == 0 || numbers.Contains(issue.Number));

    static Decision<HearingEvent> DecideFeedbackOverdue(HearingFile file, HearingAftermath after, DecisionContext context) => after switch
    {
        { FeedbackOverdue: true } => Decision<HearingEvent>.Nothing,
        { FeedbackDue.On: var due } when context.Today() <= due => HearingRefusals.NotOverdue.With(LocalTime.Show(due)),
        { FeedbackDue.On: var due } => file.Issues.Where(i => !i.IsFedBack(file.Policy.Values.FeedbackChannels)).Select(i => i.Number).ToEquatableList() is { Count: > 0 } late
            ? new HearingEvent.FeedbackOverdue(late, due)
            : HearingRefusals.FeedbackComplete,
    };

    // Promises and disclosures are read again: one that was withdrawn, or corrected and not published again, does not count.
    static Decision<HearingEvent> DecideClose(HearingFile file, DecisionContext context)
    {
        var unaccounted = Numbers(file.Issues.Where(i => !(i with { Promises = StillMade(i, context) }).IsAccountedFor()));
        if (unaccounted.Length > 0) return HearingRefusals.Unaccounted.With(unaccounted);
        var silent = Numbers(file.Issues.Where(i => !(i with { Feedback = StillPublished(i, context) }).IsFedBack(file.Policy.Values.FeedbackChannels)));
        return silent.Length > 0 ? HearingRefusals.NotFedBack.With(silent) : new Event.Closed(context.Actor.Subject, context.Today());
    }

    static EquatableList<IssuePromise> StillMade(HearingIssue issue, DecisionContext context) =>
        [.. issue.Promises.Where(p => IsItsPromise(context.Fact<PromiseStanding>(p.PromiseId), issue, context))];

    static EquatableList<HearingPublication> StillPublished(HearingIssue issue, DecisionContext context) =>
        [.. issue.Feedback.Where(f => context.Fact<DisclosurePublications>(f.DisclosureId) is { } disclosure && IsFeedback(disclosure, context) && Covers(disclosure, issue)
            && Published(f.DisclosureId, disclosure, issue.FeedbackFrom ?? DateTimeOffset.MaxValue).Contains(f))];

    static IEnumerable<FactRequest> PromisesOf(HearingFile file) =>
        Fact<PromiseStanding>.OfAll(file.Issues.SelectMany(i => i.Promises).Select(p => p.PromiseId)).Select(p => p.Guarded);

    static IEnumerable<FactRequest> FeedbackOf(HearingFile file) =>
        Fact<DisclosurePublications>.OfAll(file.Issues.SelectMany(i => i.Feedback).Select(f => f.DisclosureId)).Select(f => f.Guarded);

    static string Numbers(IEnumerable<HearingIssue> issues) => string.Join(", ", issues.Select(i => i.Number));

    static Decision<HearingEvent> DecideReopen(Reopen reopen, HearingFile file, DecisionContext context)
    {
        var issues = reopen.IssueNumbers.Distinct().ToEquatableList();
        return issues.Select(n => file.Issue(n) is null ? (int?)n : null).FirstOrDefault(n => n is not null) is { } missing
            ? HearingRefusals.NoSuchIssue.With(missing)
            : new Event.Reopened(issues, reopen.NewFacts, reopen.Reason, FeedbackDue(file, context), context.Actor.Subject, context.Now);
    }
}
