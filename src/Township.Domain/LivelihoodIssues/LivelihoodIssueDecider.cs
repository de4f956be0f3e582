using Township.Cadres;
using Township.Villages;
using static Township.LivelihoodIssues.LivelihoodIssueCommand;
using Event = Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township.LivelihoodIssues;

public abstract partial record LivelihoodIssue
{
    public static IEnumerable<FactRequest> Needs(LivelihoodIssueCommand command, LivelihoodIssue state, DecisionContext context) => command switch
    {
        Raise { VillageId: { } village } => [Fact<VillageReporters>.Of(village)],
        Accept accept => [Fact<CadreStanding>.Of(accept.OwnerId)],
        _ => [],
    };

    /// <summary>Texts of an issue are about the people who raised it, as far as they were named then.</summary>
    public static IEnumerable<string> PersonsOf(LivelihoodIssueCommand command, LivelihoodIssue state, StreamId stream, Actor actor) =>
        (command is Raise raise ? raise.RaisedBy : FileOf(state)?.Terms.RaisedBy)?.Persons.Select(p => p.Id) ?? [];

    public static Decision<LivelihoodIssueEvent> Decide(LivelihoodIssueCommand command, LivelihoodIssue state, DecisionContext context) => (command, state) switch
    {
        _ when RefuseActor(command, state, context) is { } refusal => refusal,
        (Raise raise, Unraised) => DecideRaise(raise, context),
        (Raise, _) => LivelihoodIssueRefusals.AlreadyRaised,
        (_, Unraised) => LivelihoodIssueRefusals.NotRaised,
        (Accept accept, Raised or Accepted) => DecideAccept(accept, (state as Accepted)?.Plan, context),
        (Decline decline, Raised) => new Event.Declined(decline.Reason, context.Actor.Subject, context.Today()),
        (Decline, Accepted) => LivelihoodIssueRefusals.AlreadyAccepted,
        (ReportProgress or Finish or MarkOverdue, Raised) => LivelihoodIssueRefusals.NotAccepted,
        (ReportProgress report, Accepted) => new Event.ProgressReported(report.Text, context.Actor.Subject, context.Today()),
        (MarkOverdue, Accepted working) => DecideOverdue(working, context),
        (Finish finish, Accepted) => new Event.Finished(finish.Result, context.Actor.Subject, context.Today()),
        (Confirm confirm, Done) => new Event.Confirmed(confirm.Feedback, context.Actor.Subject, context.Today()),
        (Confirm, Raised or Accepted) => LivelihoodIssueRefusals.NotDone,
        (Reopen reopen, Declined or Done or Confirmed) => new Event.Reopened(reopen.Feedback, context.Actor.Subject, context.Today()),
        (Reopen, Raised or Accepted) => LivelihoodIssueRefusals.NotDone,
        (_, Declined or Done or Confirmed) => LivelihoodIssueRefusals.Over,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(LivelihoodIssueCommand command, LivelihoodIssue state, DecisionContext context) => command switch
    {
        Raise => context.RefuseUnless(Roles.Citizen, Roles.Informant, Roles.Cadre, Roles.Office),
        Accept => context.RefuseUnless(Roles.Office, Roles.Leader),
        Decline => context.RefuseUnless(Roles.Leader),
        MarkOverdue => context.RefuseUnless(Roles.Office, Roles.System),
        ReportProgress or Finish => IsOwner(state, context) ? null : context.RefuseUnless(Roles.Office),
        Confirm or Reopen => context.RefuseUnless(Roles.Citizen, Roles.Informant, Roles.Office)
            ?? (IsOwner(state, context) ? LivelihoodIssueRefusals.OwnerJudges.With(context.Actor.Subject) : null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static bool IsOwner(LivelihoodIssue state, DecisionContext context) => OwnerOf(state) is { } owner && context.Actor.IsPerson(owner, context.Stream);

    static string? OwnerOf(LivelihoodIssue state) => state switch
    {
        Accepted s => s.Plan.OwnerId,
        Done s => s.Work.Plan.OwnerId,
        Confirmed s => s.Work.Plan.OwnerId,
        _ => null,
    };

    static LivelihoodFile? FileOf(LivelihoodIssue state) => state switch
    {
        Raised s => s.File,
        Accepted s => s.File,
        Declined s => s.File,
        Done s => s.Work.File,
        Confirmed s => s.Work.File,
        _ => null,
    };

    static Decision<LivelihoodIssueEvent> DecideRaise(Raise raise, DecisionContext context) => raise.VillageId switch
    {
        { } village when context.Fact<VillageReporters>(village) is null => CommonRefusals.Unknown.With(village),
        { } village when context.Fact<VillageReporters>(village) is { AbolishedOn: { } end } => VillageRefusals.Abolished.With(village, LocalTime.Show(end)),
        _ => new Event.Raised(raise.Title, raise.RaisedBy, raise.Text, raise.VillageId, context.Actor.Subject, context.Today()),
    };

    static Decision<LivelihoodIssueEvent> DecideAccept(Accept accept, Event.Accepted? plan, DecisionContext context)
    {
        DueDate? due = accept.Due is { } day ? context.Calendar().RollToWorkday(day) : null;
        return accept switch
        {
            { Due: { } on } when on < context.Today() => CommonRefusals.TooEarly.With(LocalTime.Show(on), LocalTime.Show(context.Today())),
            _ when context.RefuseAbsent(accept.OwnerId, context.Today()) is { } refusal => refusal,
            _ => new Event.Accepted(accept.Measures, accept.OwnerId, due, context.Actor.Subject, context.Today()),
        };
    }

    static Decision<LivelihoodIssueEvent> DecideOverdue(Accepted working, DecisionContext context) => working switch
    {
        { OverdueOn: not null } => Decision<LivelihoodIssueEvent>.Nothing,
        { Plan.Due: null } => LivelihoodIssueRefusals.NoDeadline,
        { Plan.Due.On: var due } when context.Today() <= due => LivelihoodIssueRefusals.NotDue.With(LocalTime.Show(due)),
        { Plan.Due.On: var due } => new Event.BecameOverdue(due, context.Today()),
    };
}
