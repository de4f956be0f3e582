using static Township.Hearings.HearingCommand;

namespace Township.Hearings;

// Who may issue which command, as far as the command alone tells. Who chairs, owns or spoke is checked where the state is known.
public abstract partial record Hearing
{
    static readonly string[] Anyone = [Roles.Office, Roles.Leader, Roles.Cadre, Roles.Informant, Roles.Citizen];

    static Refusal? RefuseActor(HearingCommand command, DecisionContext context) => command switch
    {
        EndNoticePeriod or MarkMeasureOverdue or MarkFeedbackOverdue => context.RefuseUnless(Roles.Office, Roles.System),
        Cancel or OpenSitting or TakeChair or Conclude or Refer or EndSitting or RecordStudyResult or Reopen => context.RefuseUnless(Roles.Leader),
        Postpone or LeaveUnanswered or AssignMeasure or LinkPromise or RecordFeedback => context.RefuseUnless(Roles.Office, Roles.Leader),
        CompleteTask or CompleteMeasure => context.RefuseUnless(Roles.Office, Roles.Leader, Roles.Cadre),
        CorrectEntry => context.RefuseUnless(Anyone),
        RecuseOfficer recuse => context.RefuseUnless(Roles.Office, Roles.Leader) is null ? null : RefuseOther(recuse.CadreId, HearingRefusals.NotYours, context),
        SignUp up => RefuseOther(up.PersonId, HearingRefusals.NotYours, context),
        AcceptInvitation accept => RefuseOther(accept.PersonId, HearingRefusals.NotYours, context),
        DeclineInvitation decline => RefuseOther(decline.PersonId, HearingRefusals.NotYours, context),
        WithdrawRepresentative withdraw => RefuseOther(withdraw.PersonId, HearingRefusals.NotYours, context),
        _ when SpeakerOf(command) is { } speaker => RefuseOther(speaker, HearingRefusals.NotTheSpeaker, context),
        _ => context.RefuseUnless(Roles.Office),
    };

    static string? SpeakerOf(HearingCommand command) => command switch
    {
        Ask c => c.SpeakerId,
        Explain c => c.SpeakerId,
        StateOpinion c => c.SpeakerId,
        Suggest c => c.SpeakerId,
        Discuss c => c.SpeakerId,
        RaiseIssue c => c.SpeakerId,
        RaiseObjection c => c.SpeakerId,
        WithdrawObjection c => c.SpeakerId,
        _ => null,
    };

    // The office may act for anybody, everybody else only for themselves.
    static Refusal? RefuseOther(string personId, RefusalReason reason, DecisionContext context) =>
        context.Actor.Is(Roles.Office, context.Stream) ? null
            : context.RefuseUnless(Anyone) is { } refusal ? refusal
            : context.Actor.IsPerson(personId, context.Stream) ? null : reason.With(personId);

    static Refusal? RefuseUnlessChair(HearingMinutes minutes, DecisionContext context) =>
        context.Actor.IsPerson(minutes.Chair, context.Stream) ? null : HearingRefusals.NotChair.With(minutes.Chair);

    static Refusal? RefuseUnknownCadre(string cadreId, Cadres.CadreStanding? cadre, DecisionContext context) => cadre switch
    {
        null => CommonRefusals.Unknown.With(cadreId),
        { LeftOn: { } left } when left < context.Today() => Cadres.CadreRefusals.Departed.With(cadreId, LocalTime.Show(left)),
        _ => null,
    };
}
