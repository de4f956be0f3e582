using Township.Cadres;
using Township.Disclosures;
using Township.IssueReports;
using Township.Promises;
using static Township.Hearings.HearingCommand;

namespace Township.Hearings;

// Which state accepts which command. The rules of each part are in a file of their own: agenda, notices, representatives, officers,
// opening, entries, conclusions, accounts.
public abstract partial record Hearing
{
    public static IEnumerable<FactRequest> Needs(HearingCommand command, Hearing state, DecisionContext context) => (command, state) switch
    {
        (Prepare, Unplanned) => [Policies.Hearings],
        (AddIssue add, Preparing) => Fact<IssueReportStanding>.OfAll(add.ReportIds).Select(r => r.Guarded),
        (AssignReports assign, Preparing) => Fact<IssueReportStanding>.OfAll(assign.ReportIds).Select(r => r.Guarded),
        (PlanWork plan, Preparing) => Fact<CadreStanding>.OfAll(plan.Tasks.Select(t => t.CadreId)),
        (RecordNotice record, Preparing) => [Fact<DisclosurePublications>.Of(record.DisclosureId)],
        (AttachDraw attach, Preparing { File.People: var people }) => DrawsOf(attach.GroupId, people, context),
        (ReopenSignUp, Preparing { File.People: { SignUpClosed: true } people }) => people.Groups.SelectMany(g => DrawsOf(g.Id, people, context)),
        (WithdrawRepresentative { PersonId: var id }, Preparing { File.People: var people }) => DrawsOfApplicant(id, people, context),
        (RecuseRepresentative { PersonId: var id }, Preparing { File.People: var people }) => DrawsOfApplicant(id, people, context),
        (SeatByDraw seat, Preparing { File.People: var people }) => PendingDraw(seat.GroupId, people),
        (AppointOfficer appoint, Preparing or Sitting) => [Fact<CadreStanding>.Of(appoint.CadreId)],
        (RecuseOfficer { ReplacedBy: { } replacement }, Preparing or Sitting) => [Fact<CadreStanding>.Of(replacement)],
        (OpenSitting, Preparing { File: var file }) => [.. Impartiality.Acting<CadreStanding>(context.Actor), .. NoticesOf(file)],
        (TakeChair, Sitting) => Impartiality.Acting<CadreStanding>(context.Actor),
        (AssignMeasure assign, Held) => [Fact<CadreStanding>.Of(assign.OwnerId)],
        (LinkPromise link, Held or Closed) => [Fact<PromiseStanding>.Of(link.PromiseId)],
        (RecordFeedback record, Held) => [Fact<DisclosurePublications>.Of(record.DisclosureId)],
        (Close, Held { File: var file }) => [.. PromisesOf(file), .. FeedbackOf(file)],
        _ => [],
    };

    public static Decision<HearingEvent> Decide(HearingCommand command, Hearing state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return !IsKey(context.Stream.Id) ? KernelRefusals.UnknownKey.With(context.Stream.Key)
            : RefuseActor(command, context) is { } refusal ? refusal
            : Decide(command, PhaseOf(command), state, context);
    }

    static Decision<HearingEvent> Decide(HearingCommand command, Phase phase, Hearing state, DecisionContext context) => (phase, state) switch
    {
        (Phase.Beginning, Unplanned) => DecidePrepare((Prepare)command, context),
        (Phase.Beginning, Preparing { File: var file }) when ((Prepare)command).Topic == file.Topic => Decision<HearingEvent>.Nothing,
        (_, Unplanned) => HearingRefusals.NotPrepared,
        (_, Cancelled) => command is Cancel ? Decision<HearingEvent>.Nothing : HearingRefusals.Cancelled,
        (Phase.Beginning, _) => HearingRefusals.AlreadyPrepared,

        (Phase.Task, Closed) => HearingRefusals.IsClosed,
        (Phase.Task, _) => DecideTask((CompleteTask)command, FileOf(state)!, context),

        (Phase.Agenda, Preparing { File: var file }) => DecideAgenda(command, file, context),
        (Phase.People, Preparing { File: var file }) => DecideRepresentatives(command, file, context),
        (Phase.Officers, Preparing { File: var file }) => DecideOfficers(command, file, null, context),
        (Phase.Officers, Sitting { File: var file, Minutes: var minutes }) => DecideOfficers(command, file, minutes, context),
        (Phase.Attendance, Preparing { File: var file }) => DecideAttendance(command, file, inSession: false, context),
        (Phase.Attendance, Sitting { File: var file }) => DecideAttendance(command, file, inSession: true, context),
        (Phase.Opening, Preparing { File: var file }) => DecideOpening(file, context),
        (Phase.Opening, Sitting { Minutes: var minutes }) when minutes.Chair == context.Actor.Subject => Decision<HearingEvent>.Nothing,
        (Phase.Agenda or Phase.People or Phase.Opening, _) => HearingRefusals.AlreadyOpened,

        (Phase.Sitting, Sitting { File: var file, Minutes: var minutes }) => DecideSitting(command, file, minutes, context),
        (Phase.Correction, Sitting { Minutes: var minutes }) => DecideCorrection((CorrectEntry)command, minutes, context),
        (Phase.Correction, Held { Minutes: var minutes }) => DecideCorrection((CorrectEntry)command, minutes, context),
        (Phase.Referral, Sitting { File: var file, Minutes: var minutes }) => DecideReferral((Refer)command, file, minutes, context),
        (Phase.Referral, Held { File: var file, Minutes: var minutes }) => DecideLaterReferral((Refer)command, file, minutes, context),
        (Phase.Sitting or Phase.Officers or Phase.Attendance, _) => HearingRefusals.NotSitting,

        (Phase.Correction or Phase.Referral, Preparing) => HearingRefusals.NotSitting,
        (Phase.Accounts or Phase.Results or Phase.Reopening, Preparing or Sitting) => HearingRefusals.NotHeld,
        (Phase.Results, Held { File: var file }) => DecideResult(command, file, context),
        (Phase.Results, Closed { File: var file }) => DecideResult(command, file, context),
        (Phase.Accounts, Held { File: var file, After: var after }) => DecideAccounts(command, file, after, context),
        (Phase.Accounts, Closed) when command is Close => Decision<HearingEvent>.Nothing,
        (Phase.Reopening, Closed { File: var file }) => DecideReopen((Reopen)command, file, context),
        (Phase.Reopening, _) => HearingRefusals.NotClosed,
        (_, Closed) => HearingRefusals.IsClosed,
        _ => throw new System.Diagnostics.UnreachableException($"{phase} in {state.GetType().Name}"),
    };

    // The ids of a hearing's promises contain the hearing's id.
    static bool IsKey(string id) => !id.Contains('.', StringComparison.Ordinal) && id.Length <= Promises.PromiseId.MaxHearingId;

    enum Phase { Beginning, Task, Agenda, People, Officers, Attendance, Opening, Sitting, Correction, Referral, Results, Accounts, Reopening }

    static Phase PhaseOf(HearingCommand command) => command switch
    {
        Prepare => Phase.Beginning,
        CompleteTask => Phase.Task,
        ReviseTopic or AddIssue or AssignReports or RemoveReport or DropIssue or Arrange or PlanWork or RecordNotice or EndNoticePeriod or Postpone or Cancel => Phase.Agenda,
        SetGroups or SignUp or CloseSignUp or ReopenSignUp or AttachDraw or SeatByDraw or Invite or AcceptInvitation or DeclineInvitation => Phase.People,
        ConfirmRepresentatives or WithdrawRepresentative => Phase.People,
        AppointOfficer or RecuseOfficer or RecuseRepresentative => Phase.Officers,
        RecordAttendance or RecordLeaving => Phase.Attendance,
        OpenSitting => Phase.Opening,
        TakeChair or Ask or Explain or LeaveUnanswered or StateOpinion or Suggest or Discuss or RaiseIssue or RaiseObjection or WithdrawObjection => Phase.Sitting,
        Conclude or EndSitting => Phase.Sitting,
        CorrectEntry => Phase.Correction,
        Refer => Phase.Referral,
        RecordStudyResult or CompleteMeasure or MarkMeasureOverdue or LinkPromise => Phase.Results,
        AssignMeasure or RecordFeedback or MarkFeedbackOverdue or Close => Phase.Accounts,
        Reopen => Phase.Reopening,
        _ => throw new System.Diagnostics.UnreachableException($"{command.GetType().Name} belongs to no phase."),
    };
}
