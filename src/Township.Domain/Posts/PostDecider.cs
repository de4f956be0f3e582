using static Township.Posts.PostCommand;
using static Township.Posts.PostEvent;

namespace Township.Posts;

public abstract partial record Post
{
    public static Decision<PostEvent> Decide(PostCommand command, Post state, DecisionContext context) => (command, state) switch
    {
        _ when context.RefuseUnless(Roles.Office, Roles.Leader) is { } refusal => refusal,
        (Establish { Duties: var duties }, Planned) when RefuseTwice(duties) is { } refusal => refusal,
        (Establish establish, Planned) => Establishing(establish),
        (Establish establish, Standing standing) when Establishing(establish) == standing.Terms => Decision<PostEvent>.Nothing,
        (Establish, _) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Planned) => CommonRefusals.Unknown.With(context.Stream.Id),
        (ReviseDuties revise, Standing standing) when revise.Duties.Equals(standing.Terms.Duties) => Decision<PostEvent>.Nothing,
        (ReviseDuties { Duties: var duties }, Standing) when RefuseTwice(duties) is { } refusal => refusal,
        (ReviseDuties revise, Standing) => new DutiesRevised(revise.Duties),
        (Abolish abolish, Standing) => new Abolished(abolish.Reason),
        _ => PostRefusals.Abolished.With(context.Stream.Id),
    };

    static Established Establishing(Establish establish) => new(establish.Title, establish.Department, establish.Level, establish.Duties);

    static Refusal? RefuseTwice(EquatableList<string> duties) =>
        duties.CountBy(d => d).FirstOrDefault(d => d.Value > 1).Key is { } twice ? PostRefusals.DutyTwice.With(twice) : null;
}
