using System.Diagnostics;
using static Township.Posts.PostEvent;

namespace Township.Posts;

/// <summary>A post 岗位 with its duties 本职工作, from which monthly pledges are made (P1).</summary>
public abstract partial record Post : IAggregate<Post, PostCommand, PostEvent, PostView>
{
    private Post() { }

    public sealed record Planned : Post;

    public sealed record Standing(Established Terms) : Post;

    public sealed record Gone(Established Terms, PersonalText Reason) : Post;

    public static string Category => "post";

    public static Post Initial => new Planned();

    public static Post Evolve(Post state, PostEvent e) => (state, e) switch
    {
        (Planned, Established established) => new Standing(established),
        (Standing standing, DutiesRevised revised) => new Standing(standing.Terms with { Duties = revised.Duties }),
        (Standing standing, Abolished abolished) => new Gone(standing.Terms, abolished.Reason),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static PostStanding? StandingOf(Post state) => state switch
    {
        Standing { Terms: var terms } => new(terms.Title, terms.Department, terms.Level, false),
        Gone { Terms: var terms } => new(terms.Title, terms.Department, terms.Level, true),
        _ => null,
    };

    public static PostView View(Post state, StreamId stream) => state switch
    {
        Standing { Terms: var terms } => new(terms.Title, terms.Department, terms.Level, terms.Duties, false),
        Gone { Terms: var terms } => new(terms.Title, terms.Department, terms.Level, terms.Duties, true),
        _ => new(null, null, null, [], false),
    };
}
