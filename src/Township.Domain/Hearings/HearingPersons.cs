using static Township.Hearings.HearingCommand;

namespace Township.Hearings;

// Whose data the names and words of a hearing are: minutes are the speaker's.
public abstract partial record Hearing
{
    public static string PersonOf(HearingCommand command, StreamId stream, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(actor);
        return command switch
        {
            SignUp signUp => signUp.PersonId,
            Invite invite => invite.PersonId,
            WithdrawRepresentative withdraw => withdraw.PersonId,
            RecuseRepresentative recuse => recuse.PersonId,
            RecuseOfficer recuse => recuse.CadreId,
            Ask ask => ask.SpeakerId,
            Explain explain => explain.SpeakerId,
            StateOpinion opinion => opinion.SpeakerId,
            Suggest suggest => suggest.SpeakerId,
            Discuss discuss => discuss.SpeakerId,
            RaiseIssue raise => raise.SpeakerId,
            RaiseObjection objection => objection.SpeakerId,
            // The speaker's own correction; the office has to say whose words it corrects.
            CorrectEntry when !actor.Is(Roles.Office, stream) => actor.Subject,
            _ => stream.Id,
        };
    }
}
