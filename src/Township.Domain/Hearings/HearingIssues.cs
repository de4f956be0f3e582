using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>How an issue changes.</summary>
static class HearingIssues
{
    public static HearingIssue New(int number, string title, EquatableList<string> reports) =>
        new(number, title, reports, false, false, [], IssueOutcome.Open, null, 1, 0, [], [], [], null);

    // An announced conclusion stays one, even if the issue is studied again later.
    public static HearingIssue Refer(HearingIssue issue) => issue with
    {
        Outcome = issue.Outcome is IssueOutcome.Concluded ? IssueOutcome.Concluded : IssueOutcome.Referred,
        ReferredInRound = issue.Round,
        StudiedOn = null,
    };

    public static HearingIssue Measure(HearingIssue issue, int number, Func<IssueMeasure, IssueMeasure> change) =>
        issue with { Measures = issue.Measures.Replace(m => m.Number == number, change) };

    // An issue that was neither concluded nor referred was agreed on.
    public static HearingIssue Ended(HearingIssue issue, DateTimeOffset at) =>
        issue with { Outcome = issue.Outcome is IssueOutcome.Open ? IssueOutcome.Agreed : issue.Outcome, FeedbackFrom = at };

    public static HearingIssue FedBack(HearingIssue issue, Event.FeedbackRecorded e) =>
        issue with { Feedback = HearingFile.Replaced(issue.Feedback, e.DisclosureId, e.Publications) };

    public static EquatableList<HearingIssue> Without(EquatableList<HearingIssue> issues, EquatableList<int> objections) => issues.Replace(
        i => i.Objections.Any(objections.Contains), i => i with { Objections = i.Objections.Where(o => !objections.Contains(o)).ToEquatableList() });
}
