using System.Diagnostics;
using static Township.Draws.DrawEvent;

namespace Township.Draws;

/// <summary>A verifiable draw (rule D): candidates fixed, commitment published, seed revealed from outside, winners follow.</summary>
public abstract partial record Draw : IAggregate<Draw, DrawCommand, DrawEvent, DrawView>
{
    private Draw() { }

    public sealed record Open : Draw;

    public sealed record Frozen(DrawTerms Terms, string Commitment) : Draw;

    public sealed record Decided(DrawTerms Terms, string Commitment, Drawn Result) : Draw;

    public sealed record Abandoned(DrawTerms Terms, string Commitment, Drawn? Result, Voided Ending) : Draw;

    public static string Category => "draw";

    public static Draw Initial => new Open();

    public static Draw Evolve(Draw state, DrawEvent e) => (state, e) switch
    {
        (Open, CandidatesFrozen frozen) => new Frozen(frozen.Terms, frozen.Commitment),
        (Frozen frozen, Drawn drawn) => new Decided(frozen.Terms, frozen.Commitment, drawn),
        (Frozen frozen, Voided voided) => new Abandoned(frozen.Terms, frozen.Commitment, null, voided),
        (Decided decided, Voided voided) => new Abandoned(decided.Terms, decided.Commitment, decided.Result, voided),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static DrawResult? ResultOf(Draw state) => state switch
    {
        Frozen s => new(DrawStep.Frozen, s.Terms.RevealFrom, s.Terms.Candidates, s.Commitment, null, []),
        Decided s => new(DrawStep.Drawn, s.Terms.RevealFrom, s.Terms.Candidates, s.Commitment, s.Result.Seed, s.Result.Winners),
        Abandoned s => new(DrawStep.Void, s.Terms.RevealFrom, s.Terms.Candidates, s.Commitment, null, []),
        _ => null,
    };

    public static DrawView View(Draw state, StreamId stream) => state switch
    {
        Frozen s => new(DrawStep.Frozen, s.Terms, s.Commitment, null, [], null, false),
        Decided s => new(DrawStep.Drawn, s.Terms, s.Commitment, s.Result.Seed, s.Result.Winners, null, false),
        Abandoned s => new(DrawStep.Void, s.Terms, s.Commitment, s.Result?.Seed, s.Result?.Winners ?? [], s.Ending.Reason, s.Ending.SeedPublic),
        _ => new(DrawStep.Open, null, null, null, [], null, false),
    };
}
