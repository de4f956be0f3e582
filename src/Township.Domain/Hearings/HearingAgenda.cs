using Township.Cadres;
using Township.IssueReports;
using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H2, H3: topic, issues, arrangement, work plan. A change of what the public is told makes a new revision.
public abstract partial record Hearing
{
    const int MaxIssues = 100;

    static Decision<HearingEvent> DecidePrepare(Prepare prepare, DecisionContext context) => context.HearingPolicy() switch
    {
        null => Townships.TownshipRefusals.NotFounded.With(context.Stream.Township),
        var policy => new Event.Prepared(prepare.Topic, policy, context.Actor.Subject),
    };

    static Decision<HearingEvent> DecideAgenda(HearingCommand command, HearingFile file, DecisionContext context) => command switch
    {
        ReviseTopic revise when revise.Topic == file.Topic => Decision<HearingEvent>.Nothing,
        ReviseTopic revise => new Event.TopicRevised(revise.Topic, revise.Reason, Next(file, context)),
        AddIssue when file.Issues.Count == MaxIssues => HearingRefusals.TooManyIssues.With(MaxIssues),
        AddIssue add when RefuseReports(add.ReportIds, file, context) is { } refusal => refusal,
        AddIssue add => new Event.IssueAdded(file.Issues.Count + 1, add.Title, Distinct(add.ReportIds), Next(file, context)),
        AssignReports assign => DecideAssign(assign, file, context),
        RemoveReport remove => DecideRemove(remove, file),
        DropIssue drop => DecideDrop(drop, file, context),
        Arrange arrange => DecideArrange(arrange, file, context),
        PlanWork plan => DecidePlan(plan, file, context),
        RecordNotice record => DecideNotice(record, file, context),
        EndNoticePeriod => DecidePeriodEnd(file, context),
        Postpone when file.Arrangement is null => HearingRefusals.NotArranged,
        Postpone when file.Postponed => Decision<HearingEvent>.Nothing,
        Postpone postpone => new Event.Postponed(PostponementCause.Decided, postpone.Reason, context.Actor.Subject),
        Cancel cancel => new Event.Cancelled(cancel.Reason, context.Actor.Subject, context.Today()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<HearingEvent> DecideAssign(AssignReports assign, HearingFile file, DecisionContext context)
    {
        if (file.Issue(assign.IssueNumber) is not { } issue) return HearingRefusals.NoSuchIssue.With(assign.IssueNumber);
        var added = Distinct(assign.ReportIds.Where(r => !issue.ReportIds.Contains(r)));
        return added.Count == 0 ? Decision<HearingEvent>.Nothing
            : RefuseReports(added, file, context) is { } refusal ? refusal
            : new Event.ReportsAssigned(issue.Number, added);
    }

    static Decision<HearingEvent> DecideRemove(RemoveReport remove, HearingFile file) => file.Issue(remove.IssueNumber) switch
    {
        null => HearingRefusals.NoSuchIssue.With(remove.IssueNumber),
        var issue when !issue.ReportIds.Contains(remove.ReportId) => HearingRefusals.ReportNotListed.With(remove.IssueNumber, remove.ReportId),
        _ => new Event.ReportRemoved(remove.IssueNumber, remove.ReportId, remove.Reason),
    };

    static Decision<HearingEvent> DecideDrop(DropIssue drop, HearingFile file, DecisionContext context) => file.Issue(drop.IssueNumber) switch
    {
        { } issue => new Event.IssueDropped(issue.Number, issue.ReportIds, drop.Reason, Next(file, context)),
        null when drop.IssueNumber >= 1 && drop.IssueNumber <= file.Issues.Count => Decision<HearingEvent>.Nothing,
        _ => HearingRefusals.NoSuchIssue.With(drop.IssueNumber),
    };

    static Decision<HearingEvent> DecideArrange(Arrange arrange, HearingFile file, DecisionContext context)
    {
        var now = new HearingArrangement(Micros.Truncate(arrange.OpensAt.ToUniversalTime()), arrange.Place, arrange.Participants);
        // H3 does not publish the participants; a postponed hearing is published again whatever its new time is.
        var same = file is { Postponed: false, Arrangement: { } before } && (now.OpensAt, now.Place) == (before.OpensAt, before.Place);
        return now switch
        {
            _ when same && now == file.Arrangement => Decision<HearingEvent>.Nothing,
            _ when now.OpensAt <= context.Now => HearingRefusals.TimePast.With(LocalTime.Show(now.OpensAt)),
            _ when file.Arrangement is not null && arrange.Reason is null => HearingRefusals.NeedsReason,
            _ => new Event.Arranged(now.OpensAt, now.Place, now.Participants, arrange.Reason, same ? file.Revision! : new((file.Revision?.Number ?? 0) + 1, context.Now)),
        };
    }

    static Decision<HearingEvent> DecidePlan(PlanWork plan, HearingFile file, DecisionContext context)
    {
        foreach (var task in plan.Tasks)
            if (RefuseUnknownCadre(task.CadreId, context.Fact<CadreStanding>(task.CadreId), context) is { } refusal) return refusal;
        return new Event.WorkPlanned([.. plan.Tasks.Select(t => new DueTask(t.Task, t.CadreId, context.Calendar().RollToWorkday(t.DueOn)))]);
    }

    static Decision<HearingEvent> DecideTask(CompleteTask complete, HearingFile file, DecisionContext context)
    {
        if (complete.TaskNumber < 1 || complete.TaskNumber > file.WorkPlan.Count) return HearingRefusals.NoSuchTask.With(complete.TaskNumber);
        var (task, completedOn) = file.WorkPlan[complete.TaskNumber - 1];
        return RefuseOther(task.CadreId, HearingRefusals.NotYours, context) is { } refusal ? refusal
            : completedOn is not null ? Decision<HearingEvent>.Nothing
            : new Event.TaskCompleted(complete.TaskNumber, context.Actor.Subject, context.Today());
    }

    static Refusal? RefuseReports(EquatableList<string> reportIds, HearingFile file, DecisionContext context)
    {
        foreach (var id in reportIds)
        {
            if (file.Issues.FirstOrDefault(i => !i.Dropped && i.ReportIds.Contains(id)) is { } issue) return HearingRefusals.ReportListed.With(id, issue.Number);
            if (context.Fact<IssueReportStanding>(id)?.Status is not IssueReportStatus.Open) return HearingRefusals.ReportNotOpen.With(id);
        }

        return null;
    }

    static HearingRevision? Next(HearingFile file, DecisionContext context) => file.Revision is { Number: var number } ? new(number + 1, context.Now) : null;

    static EquatableList<string> Distinct(IEnumerable<string> ids) => ids.Distinct(StringComparer.Ordinal).ToEquatableList();
}
