using System.Diagnostics;
using Township.Townships;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>What is on record about a hearing besides its minutes.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Policy">The policy that was in force when it was begun, and applies to its end.</param>
/// <param name="Issues">By number, from 1 without gaps.</param>
/// <param name="Revision">What the public is told; null until time and place are fixed.</param>
/// <param name="Arrangement">Time, place, participants; null until fixed.</param>
/// <param name="WorkPlan">The work plan.</param>
/// <param name="Notices">Publications of this revision.</param>
/// <param name="Period">The notice period that follows from them.</param>
/// <param name="PeriodEnded">Whether its end is on record.</param>
/// <param name="Postponed">Whether it needs a new time.</param>
/// <param name="People">Representatives and officers.</param>
public sealed record HearingFile(
    string Topic, HearingPolicy Policy, EquatableList<HearingIssue> Issues, HearingRevision? Revision, HearingArrangement? Arrangement,
    EquatableList<PlannedTask> WorkPlan, EquatableList<HearingPublication> Notices, NoticePeriod? Period, bool PeriodEnded, bool Postponed, HearingPeople People)
{
    internal static readonly HearingPeople Nobody = new([], false, [], [], null, [], [], []);

    internal static HearingFile Begun(Event.Prepared e) => new(e.Topic, e.Policy, [], null, null, [], [], null, false, false, Nobody);

    /// <summary>The issue that is still on the agenda; null when there is none.</summary>
    internal HearingIssue? Issue(int number) => number >= 1 && number <= Issues.Count && Issues[number - 1] is { Dropped: false } issue ? issue : null;

    internal HearingFile With(int issueNumber, Func<HearingIssue, HearingIssue> change) => this with { Issues = Issues.Replace(i => i.Number == issueNumber, change) };

    /// <summary>Before the sitting.</summary>
    internal HearingFile Before(HearingEvent e) => e switch
    {
        Event.TopicRevised revised => (this with { Topic = revised.Topic }).Revised(revised.Revision),
        Event.IssueAdded added => (this with { Issues = Issues.Add(HearingIssues.New(added.IssueNumber, added.Title, added.ReportIds)) }).Revised(added.Revision),
        Event.ReportsAssigned assigned => With(assigned.IssueNumber, i => i with { ReportIds = [.. i.ReportIds, .. assigned.ReportIds] }),
        Event.ReportRemoved removed => With(removed.IssueNumber, i => i with { ReportIds = i.ReportIds.Where(r => r != removed.ReportId).ToEquatableList() }),
        Event.IssueDropped dropped => With(dropped.IssueNumber, i => i with { Dropped = true }).Revised(dropped.Revision),
        Event.Arranged arranged => (this with { Arrangement = new(arranged.OpensAt, arranged.Place, arranged.Participants), Postponed = false }).Revised(arranged.Revision),
        Event.WorkPlanned planned => this with { WorkPlan = [.. WorkPlan.Where(t => t.CompletedOn is not null), .. planned.Tasks.Select(t => new PlannedTask(t, null))] },
        Event.TaskCompleted completed => Completed(completed),
        Event.NoticeRecorded recorded => this with { Notices = Replaced(Notices, recorded.DisclosureId, recorded.Publications), Period = recorded.Period, PeriodEnded = PeriodEnded && recorded.Period == Period },
        Event.NoticePeriodEnded => this with { PeriodEnded = true },
        // Attendance holds for one day only. A list that fell below the quorum must be confirmed again.
        HearingEvent.Postponed postponed => this with { Postponed = true, People = People with { Attending = [], Quorum = postponed.Cause is PostponementCause.BelowQuorum ? null : People.Quorum } },
        _ => this with { People = People.Before(e) },
    };

    /// <summary>During the sitting.</summary>
    internal HearingFile During(HearingEvent e) => e switch
    {
        Event.IssueRaised raised => this with { Issues = Issues.Add(HearingIssues.New(raised.IssueNumber, raised.Title, []) with { RaisedInSitting = true }) },
        Event.Objected objected => With(objected.IssueNumber, i => i with { Objections = i.Objections.Add(objected.Entry) }),
        Event.ObjectionWithdrawn withdrawn => this with { Issues = HearingIssues.Without(Issues, [withdrawn.Objection]) },
        Event.Concluded concluded => With(concluded.IssueNumber, i => i with { Outcome = IssueOutcome.Concluded }),
        Event.Referred referred => With(referred.IssueNumber, HearingIssues.Refer),
        Event.TaskCompleted completed => Completed(completed),
        Event.AttendanceRecorded or Event.LeavingRecorded or Event.OfficerAppointed or Event.OfficerRecused or Event.RepresentativeRecused => this with { People = People.During(e) },
        Event.ChairTaken or Event.Asked or Event.Explained or Event.LeftUnanswered or Event.OpinionStated or Event.Suggested or Event.Discussed or Event.EntryCorrected => this,
        _ => throw new UnreachableException($"{e.GetType().Name} cannot happen while the hearing sits."),
    };

    /// <summary>Issues that were neither concluded nor referred were agreed on.</summary>
    internal HearingFile Ended(Event.SittingEnded e) => this with { Issues = Issues.Replace(i => !i.Dropped, i => HearingIssues.Ended(i, e.At)) };

    /// <summary>After the sitting.</summary>
    internal HearingFile Afterwards(HearingEvent e) => e switch
    {
        Event.Referred referred => With(referred.IssueNumber, HearingIssues.Refer),
        Event.StudyResultRecorded result => With(result.IssueNumber, i => i with { StudiedOn = result.On }),
        Event.MeasureAssigned assigned => With(assigned.IssueNumber, i => i with
        {
            Measures = i.Measures.Add(new(assigned.MeasureNumber, assigned.OwnerId, assigned.Due, i.Round, false, null)),
        }),
        Event.MeasureCompleted completed => With(completed.IssueNumber, i => HearingIssues.Measure(i, completed.MeasureNumber, m => m with { CompletedOn = completed.On })),
        Event.MeasureOverdue overdue => With(overdue.IssueNumber, i => HearingIssues.Measure(i, overdue.MeasureNumber, m => m with { Overdue = true })),
        Event.PromiseLinked linked => With(linked.IssueNumber, i => i with { Promises = i.Promises.Add(new(linked.PromiseId, i.Round)) }),
        Event.FeedbackRecorded recorded => this with { Issues = Issues.Replace(i => recorded.IssueNumbers.Contains(i.Number), i => HearingIssues.FedBack(i, recorded)) },
        Event.TaskCompleted completed => Completed(completed),
        Event.FeedbackOverdue or Event.EntryCorrected => this,
        _ => throw new UnreachableException($"{e.GetType().Name} cannot happen after the sitting."),
    };

    internal HearingFile Reopened(Event.Reopened e) => this with
    {
        Issues = Issues.Replace(i => e.IssueNumbers.Contains(i.Number), i => i with { Round = i.Round + 1, Feedback = [], FeedbackFrom = e.At }),
    };

    HearingFile Completed(Event.TaskCompleted e) => this with { WorkPlan = [.. WorkPlan.Select((t, i) => i == e.TaskNumber - 1 ? t with { CompletedOn = e.On } : t)] };

    // What the public is told has changed: earlier publications no longer count, and nobody can be present already.
    HearingFile Revised(HearingRevision? revision) => revision is null || revision == Revision
        ? this
        : this with { Revision = revision, Notices = [], Period = null, PeriodEnded = false, People = People with { Attending = [] } };

    /// <summary>Replaces what a disclosure showed before with what it shows now.</summary>
    internal static EquatableList<HearingPublication> Replaced(
        EquatableList<HearingPublication> publications, string disclosureId, EquatableList<HearingPublication> now) =>
        [.. publications.Where(p => p.DisclosureId != disclosureId), .. now];
}
