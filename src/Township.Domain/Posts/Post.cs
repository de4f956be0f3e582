using System.Diagnostics;
using Event = Township.Posts.PostEvent;

namespace Township.Posts;

/// <summary>A post 岗位 with its duties 本职工作, from which monthly pledges are made (P1).</summary>
[Title("岗位", "post")]
public abstract partial record Post : IAggregate<Post, PostCommand, PostEvent, PostView>
{
    private Post() { }

    public sealed record Unestablished : Post;

    public sealed record Established(Event.Established Terms) : Post;

    public sealed record Abolished(Event.Established Terms, PersonalText Reason) : Post;

    public static string Category => "post";

    public static Post Initial => new Unestablished();

    public static Post Evolve(Post state, PostEvent e) => (state, e) switch
    {
        (Unestablished, Event.Established established) => new Established(established),
        (Established standing, Event.DutiesRevised revised) => new Established(standing.Terms with { Duties = revised.Duties }),
        (Established standing, Event.Abolished abolished) => new Abolished(standing.Terms, abolished.Reason),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static PostStanding? StandingOf(Post state) => state switch
    {
        Established { Terms: var terms } => new(terms.Title, terms.Department, terms.Level, false),
        Abolished { Terms: var terms } => new(terms.Title, terms.Department, terms.Level, true),
        _ => null,
    };

    public static PostView View(Post state, StreamId stream) => state switch
    {
        Established { Terms: var terms } => new(terms.Title, terms.Department, terms.Level, terms.Duties, false),
        Abolished { Terms: var terms } => new(terms.Title, terms.Department, terms.Level, terms.Duties, true),
        _ => new(null, null, null, [], false),
    };
}
