using System.Diagnostics;
using Event = Township.Draws.DrawEvent;

namespace Township.Draws;

/// <summary>A verifiable draw (rule D): candidates fixed, commitment published, seed revealed from outside, winners follow.</summary>
[Title("抽签", "draw")]
public abstract partial record Draw : IAggregate<Draw, DrawCommand, DrawEvent, DrawView>
{
    private Draw() { }

    public sealed record Open : Draw;

    public sealed record Frozen(DrawTerms Terms, string Commitment) : Draw;

    public sealed record Drawn(DrawTerms Terms, string Commitment, Event.Drawn Result) : Draw;

    public sealed record Void(DrawTerms Terms, string Commitment, Event.Drawn? Result, Event.Voided Ending) : Draw;

    public static string Category => "draw";

    public static Draw Initial => new Open();

    public static Draw Evolve(Draw state, DrawEvent e) => (state, e) switch
    {
        (Open, Event.CandidatesFrozen frozen) => new Frozen(frozen.Terms, frozen.Commitment),
        (Frozen frozen, Event.Drawn drawn) => new Drawn(frozen.Terms, frozen.Commitment, drawn),
        (Frozen frozen, Event.Voided voided) => new Void(frozen.Terms, frozen.Commitment, null, voided),
        (Drawn decided, Event.Voided voided) => new Void(decided.Terms, decided.Commitment, decided.Result, voided),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static DrawResult? ResultOf(Draw state) => state switch
    {
        Frozen s => new(DrawStatus.Frozen, s.Terms.RevealFrom, s.Terms.Candidates, s.Commitment, null, []),
        Drawn s => new(DrawStatus.Drawn, s.Terms.RevealFrom, s.Terms.Candidates, s.Commitment, s.Result.Seed, s.Result.Winners),
        Void s => new(DrawStatus.Void, s.Terms.RevealFrom, s.Terms.Candidates, s.Commitment, null, []),
        _ => null,
    };

    public static DrawView View(Draw state, StreamId stream) => state switch
    {
        Frozen s => new(DrawStatus.Frozen, s.Terms, s.Commitment, null, [], null, false),
        Drawn s => new(DrawStatus.Drawn, s.Terms, s.Commitment, s.Result.Seed, s.Result.Winners, null, false),
        Void s => new(DrawStatus.Void, s.Terms, s.Commitment, s.Result?.Seed, s.Result?.Winners ?? [], s.Ending.Reason, s.Ending.SeedPublic),
        _ => new(DrawStatus.Open, null, null, null, [], null, false),
    };
}
