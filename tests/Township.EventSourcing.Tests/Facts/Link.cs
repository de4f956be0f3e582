using static Township.EventSourcing.Tests.LinkCommand;
using static Township.EventSourcing.Tests.LinkEvent;

namespace Township.EventSourcing.Tests;

/// <summary>The test aggregate whose facts lead to further facts: links of chains that must never become rings.</summary>
public sealed record Link(string? Next, int Notes) : IAggregate<Link, LinkCommand, LinkEvent, LinkView>
{
    public static readonly RefusalReason Ring = new("link.ring", "{0} 会成环。", "{0} would close a ring.");

    public static string Category => "link";

    public static Link Initial { get; } = new(null, 0);

    public static ReadRule<Link> Reading { get; } = ReadRule.Of<Link>().ViewByTownship();

    public static Link Evolve(Link state, LinkEvent e) => e switch
    {
        Tied tied => state with { Next = tied.Next },
        Noted => state with { Notes = state.Notes + 1 },
        _ => throw new InvalidOperationException(),
    };

    public static NextLink? NextOf(Link state) => state is { Next: { } next } ? new(next) : null;

    public static NoteCount NotesOf(Link state) => new(state?.Notes ?? 0);

    public static IEnumerable<FactRequest> Needs(LinkCommand command, Link state, DecisionContext context) => command switch
    {
        Tie tie => Chain(tie.Next, context).Where(id => id != context.Stream.Id).Select(id => Fact<NextLink>.Of(id).Guarded),
        Recount when state.Next is { } next => [Fact<NoteCount>.Of(next), Fact<NextLink>.Of(next)],
        Wander => Enumerable.Range(0, context.Facts.Count + 1).Select(n => Fact<NextLink>.Of($"l-{n}")),
        _ => [],
    };

    public static Decision<LinkEvent> Decide(LinkCommand command, Link state, DecisionContext context) => command switch
    {
        Tie tie when Chain(tie.Next, context).Last() == context.Stream.Id => Ring.With(tie.Next),
        Tie tie => new Tied(tie.Next),
        Note => new Noted(),
        Recount when state.Next is { } next => Enumerable.Repeat((LinkEvent)new Noted(), context.Fact<NoteCount>(next)!.Count).ToArray(),
        _ => Decision<LinkEvent>.Nothing,
    };

    public static LinkView View(Link state, StreamId stream) => new(state.Next, state.Notes);

    // As far as it is known, and one further.
    static IEnumerable<string> Chain(string first, DecisionContext context)
    {
        for (var next = first; next is not null; next = context.Known<NextLink>(next)?.Id)
        {
            yield return next;
            if (next == context.Stream.Id) yield break;
        }
    }
}

[FactName("link.next")]
public sealed record NextLink(string Id);

[FactName("link.notes")]
public sealed record NoteCount(int Count);

public abstract record LinkCommand : ICommand
{
    LinkCommand() { }

    public Guid CommandId { get; init; } = Guid.CreateVersion7();

    [CommandName("link.tie")] public sealed record Tie(string Next) : LinkCommand;
    [CommandName("link.note")] public sealed record Note : LinkCommand;
    [CommandName("link.recount")] public sealed record Recount : LinkCommand;
    [CommandName("link.wander")] public sealed record Wander : LinkCommand;
}

public abstract record LinkEvent
{
    LinkEvent() { }

    [EventName("link.tied")] public sealed record Tied(string Next) : LinkEvent;
    [EventName("link.noted")] public sealed record Noted : LinkEvent;
}

public sealed record LinkView(string? Next, int Notes);
