using BenchmarkDotNet.Attributes;
using Township.Draws;
using Township.Townships;

namespace Township.Benchmarks;

/// <summary>The heaviest decision of the domain: a draw among many candidates, which is decided by hashing each of them.</summary>
[MemoryDiagnoser]
public class DrawSteps
{
    static readonly AggregateType<Draw, DrawCommand, DrawEvent, DrawView> Type = Draw.Type;
    static readonly StreamId Stream = new("draw", "huimin", "hearing.bench.all");
    static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DrawCommand Reveal = new DrawCommand.Reveal([7, 12, 19, 23, 28, 31, 5]);

    Draw _frozen = Draw.Initial;
    StoredMessage _freezing = null!;

    [Params(10, 1000)]
    public int Candidates { get; set; }

    [GlobalSetup]
    public void Freeze()
    {
        var terms = new DrawTerms(
            [.. Enumerable.Range(1, Candidates).Select(n => $"c-{n:D4}")], [], 5, DrawPolicy.Default.Values.Beacons[0], new(2026, 3, 8), Start.AddDays(7), "draw/1");
        _freezing = Type.Events.Serialize(new DrawEvent.CandidatesFrozen(terms, DrawAlgorithm.Commit(DrawAlgorithm.Lines(Stream, terms))));
        _frozen = Fold();
    }

    [Benchmark]
    public EquatableList<StoredMessage> Decide() => Type.Decide(Reveal, _frozen, At(Start.AddDays(8))).Events;

    [Benchmark]
    public Draw Fold() => Type.Fold(Draw.Initial, Stream, 1, _freezing);

    static DecisionContext At(DateTimeOffset now) => new(Stream, now, new("c-001", "huimin", [Roles.Office]), 1, "cn-2026", Facts.None);
}
