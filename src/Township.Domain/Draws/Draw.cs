using System.Diagnostics;
using System.Text.Json.Serialization;
using static Township.Draws.DrawEvent;

namespace Township.Draws;

/// <summary>A verifiable draw (rule D): candidates fixed, commitment published, seed revealed from outside, winners follow.</summary>
[JsonPolymorphic, JsonDerivedType(typeof(Open), "open"), JsonDerivedType(typeof(Frozen), "frozen")]
[JsonDerivedType(typeof(Decided), "decided"), JsonDerivedType(typeof(Abandoned), "abandoned")]
public abstract partial record Draw : IAggregate<Draw, DrawCommand, DrawEvent, DrawView>
{
    private Draw() { }

    public sealed record Open : Draw;

    public sealed record Frozen(CandidatesFrozen Terms) : Draw;

    public sealed record Decided(CandidatesFrozen Terms, Drawn Result) : Draw;

    public sealed record Abandoned(CandidatesFrozen? Terms, PersonalText Reason) : Draw;

    public static string Category => "draw";

    public static Draw Initial => new Open();

    public static JsonSerializerContext Json => DrawJson.Default;

    public static Draw Evolve(Draw state, DrawEvent e) => (state, e) switch
    {
        (Open, CandidatesFrozen frozen) => new Frozen(frozen),
        (Frozen frozen, Drawn drawn) => new Decided(frozen.Terms, drawn),
        (Open, Voided voided) => new Abandoned(null, voided.Reason),
        (Frozen frozen, Voided voided) => new Abandoned(frozen.Terms, voided.Reason),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static DrawResult? ResultOf(Draw state) => state switch
    {
        Frozen s => Taken(DrawStep.Frozen, s.Terms),
        Decided s => Taken(DrawStep.Drawn, s.Terms) with { Seed = s.Result.Seed, Winners = s.Result.Winners },
        Abandoned s => Taken(DrawStep.Void, s.Terms),
        _ => null,
    };

    public static DrawView View(Draw state, StreamId stream) => state switch
    {
        Frozen s => Show(DrawStep.Frozen, s.Terms),
        Decided s => Show(DrawStep.Drawn, s.Terms) with { Seed = s.Result.Seed, Winners = s.Result.Winners },
        Abandoned s => Show(DrawStep.Void, s.Terms) with { VoidReason = s.Reason },
        _ => Show(DrawStep.Open, null),
    };

    static DrawResult Taken(DrawStep status, CandidatesFrozen? terms) =>
        new(status, terms?.Candidates ?? [], terms?.Winners ?? 0, terms?.RevealFrom, terms?.Commitment, null, []);

    static DrawView Show(DrawStep step, CandidatesFrozen? terms) =>
        new(step, terms?.Candidates ?? [], terms?.Winners ?? 0, terms?.Beacon, terms?.RevealFrom, terms?.Commitment, null, [], null);
}
