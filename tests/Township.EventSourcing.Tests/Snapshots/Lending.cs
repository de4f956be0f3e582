using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Township.EventSourcing.Tests;

/// <summary>
/// An aggregate of a backend team, in an assembly of its own that calls another one, built here: a program that can be built
/// again with something changed. Each is loaded beside the others, as after a restart.
/// </summary>
sealed class Lending : AssemblyLoadContext
{
    const string Rules = """
        namespace Lending;

        public static class Rules
        {
            public static int Lent(int loans) => loans + RULE;
        }
        """;

    const string Loans = """
        using System;
        using Township.EventSourcing;

        namespace Lending;

        public abstract record LoanCommand : ICommand
        {
            LoanCommand() { }
            public Guid CommandId { get; init; } = Guid.CreateVersion7();
            [CommandName("loan.lend")] public sealed record Lend : LoanCommand;
        }

        public abstract record LoanEvent
        {
            LoanEvent() { }
            [EventName("loan.lent")] public sealed record Lent : LoanEvent;
        }

        public sealed record Loans(int Count) : IAggregate<Loans, LoanCommand, LoanEvent, Loans>
        {
            public static string Category => "loan";
            public static Loans Initial => new(0);
            public static Loans Evolve(Loans state, LoanEvent e) => new(Rules.Lent(state.Count) + OWN);
            public static Decision<LoanEvent> Decide(LoanCommand command, Loans state, DecisionContext context) => new LoanEvent.Lent();
            public static ReadRule<Loans> Reading { get; } = ReadRule.Of<Loans>().ViewByTownship();
            public static Loans View(Loans state, StreamId stream) => state;
        }
        """;

    static readonly StreamId Stream = new("loan", "huimin", "l-1");

    static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is "System.Private.CoreLib" or "System.Runtime" or "System.Text.Json" or "Township.EventSourcing")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    static readonly ConcurrentDictionary<(string Name, string Source, byte[]? Calls), byte[]> Built = [];

    readonly Assembly _rules;

    /// <summary>Builds and loads the program; two with the same numbers are the same, byte for byte.</summary>
    /// <param name="own">What the aggregate's own fold adds for a loan.</param>
    /// <param name="rule">What the assembly that it calls adds.</param>
    public Lending(int own, int rule)
    {
        var rules = Build("Lending.Rules", Rules.Replace("RULE", $"{rule}", StringComparison.Ordinal));
        _rules = LoadFromStream(new MemoryStream(rules));
        Own = LoadFromStream(new MemoryStream(Build("Lending", Loans.Replace("OWN", $"{own}", StringComparison.Ordinal), rules)));
    }

    /// <summary>The assembly of the aggregate.</summary>
    public Assembly Own { get; }

    /// <summary>The code version of its fold.</summary>
    public string FoldVersion => On<string>(nameof(FoldVersionOf));

    /// <summary>Starts, lends so many times, and tells the state as JSON and what it would carry to another silo.</summary>
    public Task<(string State, Snapshot Carried)> Lend(SessionServices services, int times = 0, Snapshot? carried = null) =>
        On<Task<(string, Snapshot)>>(nameof(Lend), services, times, carried);

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "Lending.Rules" ? _rules : null;

    T On<T>(string method, params object?[] arguments)
    {
        Type[] types = [Own.GetType("Lending.Loans")!, Own.GetType("Lending.LoanCommand")!, Own.GetType("Lending.LoanEvent")!];
        return (T)GetType().GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Single(m => m.Name == method).MakeGenericMethod(types).Invoke(null, arguments)!;
    }

    static string FoldVersionOf<TState, TCommand, TEvent>()
        where TState : class, IAggregate<TState, TCommand, TEvent, TState>
        where TCommand : class, ICommand
        where TEvent : class => AggregateType<TState, TCommand, TEvent, TState>.Instance.FoldVersion;

    static async Task<(string, Snapshot)> Lend<TState, TCommand, TEvent>(SessionServices services, int times, Snapshot? carried)
        where TState : class, IAggregate<TState, TCommand, TEvent, TState>
        where TCommand : class, ICommand
        where TEvent : class
    {
        var session = new AggregateSession<TState, TCommand, TEvent, TState>(AggregateType<TState, TCommand, TEvent, TState>.Instance, Stream, services);
        await (carried is null ? session.Load() : session.Resume(carried));
        var lend = typeof(TCommand).GetNestedTypes().Single();
        for (var n = 0; n < times; n++) (await session.Execute((TCommand)Activator.CreateInstance(lend)!, Bank.Clerk)).Accepted.Should().BeTrue();
        return ($"{AggregateType<TState, TCommand, TEvent, TState>.Instance.WriteState(session.State)}", session.Suspend());
    }

    // Compiling takes its time: each source once.
    static byte[] Build(string name, string source, byte[]? calls = null) => Built.GetOrAdd((name, source, calls), static build =>
    {
        var image = new MemoryStream();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true, nullableContextOptions: NullableContextOptions.Enable);
        MetadataReference[] references = build.Calls is null ? Platform : [.. Platform, MetadataReference.CreateFromImage(build.Calls)];
        var emitted = CSharpCompilation.Create(build.Name, [CSharpSyntaxTree.ParseText(build.Source)], references, options).Emit(image);
        emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return image.ToArray();
    });
}
