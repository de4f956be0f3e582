using static Township.Posts.PostCommand;
using Event = Township.Posts.PostEvent;

namespace Township.Posts;

public abstract partial record Post
{
    public static Decision<PostEvent> Decide(PostCommand command, Post state, DecisionContext context) => (command, state) switch
    {
        _ when context.RefuseUnless(Roles.Office, Roles.Leader) is { } refusal => refusal,
        (Establish { Duties: var duties }, Unestablished) when RefuseTwice(duties) is { } refusal => refusal,
        (Establish establish, Unestablished) => Establishing(establish),
        (Establish establish, Established standing) when Establishing(establish) == standing.Terms => Decision<PostEvent>.Nothing,
        (Establish, _) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Unestablished) => CommonRefusals.Unknown.With(context.Stream.Id),
        (ReviseDuties revise, Established standing) when revise.Duties.Equals(standing.Terms.Duties) => Decision<PostEvent>.Nothing,
        (ReviseDuties { Duties: var duties }, Established) when RefuseTwice(duties) is { } refusal => refusal,
        (ReviseDuties revise, Established) => new Event.DutiesRevised(revise.Duties),
        (Abolish abolish, Established) => new Event.Abolished(abolish.Reason),
        _ => PostRefusals.Abolished.With(context.Stream.Id),
    };

    static Event.Established Establishing(Establish establish) => new(establish.Title, establish.Department, establish.Level, establish.Duties);

    static Refusal? RefuseTwice(EquatableList<string> duties) =>
        duties.CountBy(d => d).FirstOrDefault(d => d.Value > 1).Key is { } twice ? PostRefusals.DutyTwice.With(twice) : null;
}
