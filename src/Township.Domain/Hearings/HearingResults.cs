using Township.Promises;
using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H6, H7: what comes of measures, promises and studies; also after the hearing was closed.
public abstract partial record Hearing
{
    static Decision<HearingEvent> DecideResult(HearingCommand command, HearingFile file, DecisionContext context) => command switch
    {
        RecordStudyResult record => file.Issue(record.IssueNumber) switch
        {
            null => HearingRefusals.NoSuchIssue.With(record.IssueNumber),
            { ReferredInRound: 0 } or { StudiedOn: not null } => HearingRefusals.NotReferred.With(record.IssueNumber),
            _ => new Event.StudyResultRecorded(record.IssueNumber, record.Result, context.Actor.Subject, context.Today()),
        },
        CompleteMeasure complete => MeasureOf(file, complete.IssueNumber, complete.MeasureNumber) switch
        {
            null => HearingRefusals.NoSuchMeasure.With(complete.IssueNumber, complete.MeasureNumber),
            var measure when RefuseOther(measure.OwnerId, HearingRefusals.NotYours, context) is { } refusal => refusal,
            { CompletedOn: not null } => HearingRefusals.MeasureDone.With(complete.IssueNumber, complete.MeasureNumber),
            var measure => new Event.MeasureCompleted(
                complete.IssueNumber, complete.MeasureNumber, complete.Result, context.Actor.Subject, context.Today(), context.Today() > measure.Due.On),
        },
        MarkMeasureOverdue mark => MeasureOf(file, mark.IssueNumber, mark.MeasureNumber) switch
        {
            null => HearingRefusals.NoSuchMeasure.With(mark.IssueNumber, mark.MeasureNumber),
            { CompletedOn: not null } => HearingRefusals.MeasureDone.With(mark.IssueNumber, mark.MeasureNumber),
            { Overdue: true } => Decision<HearingEvent>.Nothing,
            { Due.On: var due } when context.Today() <= due => HearingRefusals.NotOverdue.With(LocalTime.Show(due)),
            { Due.On: var due } => new Event.MeasureOverdue(mark.IssueNumber, mark.MeasureNumber, due),
        },
        LinkPromise link => DecidePromise(link, file, context),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A promise that has been fulfilled accounts for its issue as well as one that is open.
    static Decision<HearingEvent> DecidePromise(LinkPromise link, HearingFile file, DecisionContext context) => file.Issue(link.IssueNumber) switch
    {
        null => HearingRefusals.NoSuchIssue.With(link.IssueNumber),
        var issue when issue.Promises.Any(p => p.PromiseId == link.PromiseId && p.Round == issue.Round) => Decision<HearingEvent>.Nothing,
        var issue when !IsItsPromise(context.Fact<PromiseStanding>(link.PromiseId), issue, context) => HearingRefusals.NotItsPromise.With(link.PromiseId, issue.Number),
        var issue => new Event.PromiseLinked(issue.Number, link.PromiseId, context.Actor.Subject),
    };

    static IssueMeasure? MeasureOf(HearingFile file, int issue, int measure) => file.Issue(issue)?.Measures.FirstOrDefault(m => m.Number == measure);
}
