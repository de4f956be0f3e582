using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Township.Setup;

/// <summary>An aggregate of a backend team, in an assembly of its own, with a mistake: a piece of its source in the place of another.</summary>
static class OwnAggregate
{
    const string Source = """
        using System;
        using System.Collections.Generic;
        using Orleans;
        using Township.EventSourcing;

        namespace Lending;

        public abstract record BicycleCommand : Command
        {
            private BicycleCommand() { }
            [CommandName("bicycle.lend")] public sealed record Lend(string To) : BicycleCommand;
        }

        public abstract record BicycleEvent
        {
            private BicycleEvent() { }
            [EventName("bicycle.lent")] public sealed record Lent(string To, DateTimeOffset DueAt) : BicycleEvent;
            [EventName("bicycle.missed")] public sealed record Missed : BicycleEvent;
        }

        public sealed record BicycleView(string? To);

        [FactName("bicycle.standing")] public sealed record BicycleStanding(string? To);

        public abstract record Bicycle : IAggregate<Bicycle, BicycleCommand, BicycleEvent, BicycleView>, IDeadlineAggregate<BicycleCommand, BicycleEvent>
        {
            private Bicycle() { }
            public sealed record Free : Bicycle;
            public sealed record OnLoan(string To) : Bicycle;

            public static string Category => "bicycle";
            public static Bicycle Initial => new Free();
            public static Bicycle Evolve(Bicycle state, BicycleEvent e) => e is BicycleEvent.Lent lent ? new OnLoan(lent.To) : new Free();
            public static Decision<BicycleEvent> Decide(BicycleCommand command, Bicycle state, DecisionContext context) => new BicycleEvent.Missed();
            public static BicycleView View(Bicycle state, StreamId stream) => new((state as OnLoan)?.To);
            public static BicycleStanding StandingOf(Bicycle state) => new((state as OnLoan)?.To);
            public static ReadRule<Bicycle> Reading { get; } = ReadRule.Of<Bicycle>().ViewByTownship();
            public static IEnumerable<DeadlineChange> Deadlines(BicycleEvent e, DeadlineSource source) => [];
            public static BicycleCommand Due(DueDeadline deadline) => new BicycleCommand.Lend("nobody");
            public static bool IsEarly(Refusal refusal) => false;
        }

        public interface IBicycleGrain : IAggregateGrain<BicycleCommand, BicycleView>;

        [GrainType("bicycle")]
        public sealed class BicycleGrain(SessionServices services)
            : EventSourcedGrain<Bicycle, BicycleCommand, BicycleEvent, BicycleView>(services), IBicycleGrain;

        """;

    static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Builds and loads it.</summary>
    /// <param name="changes">What is written instead: pairs of a piece of the source and its replacement; an empty piece is the end.</param>
    public static Assembly With(params ReadOnlySpan<(string Piece, string Mistake)> changes)
    {
        var source = Source;
        foreach (var (piece, mistake) in changes)
        {
            (piece == "" || source.Contains(piece, StringComparison.Ordinal)).Should().BeTrue($"else nothing is wrong: {piece}");
            source = piece == "" ? source + mistake : source.Replace(piece, mistake, StringComparison.Ordinal);
        }

        var image = new MemoryStream();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        CSharpCompilation.Create("Lending", [CSharpSyntaxTree.ParseText(source)], References, options).Emit(image)
            .Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty("a mistake that the compiler tells needs no test");
        image.Position = 0;
        return new AssemblyLoadContext("Lending").LoadFromStream(image);
    }
}
