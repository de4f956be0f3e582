using System.Diagnostics;
using static Township.Counters.CounterCommand;
using static Township.Counters.CounterEvent;

namespace Township.Counters;

/// <summary>The smallest aggregate that can be refused: counts up to a limit.</summary>
[GenerateSerializer, Alias("counter.command")]
public abstract record CounterCommand : Command
{
    private CounterCommand() { }

    [GenerateSerializer, Alias("counter.add"), CommandName("counter.add")]
    public sealed record Add(int Amount) : CounterCommand;

    [GenerateSerializer, Alias("counter.copy"), CommandName("counter.copy")]
    public sealed record Copy([Key] string From) : CounterCommand;

    [GenerateSerializer, Alias("counter.break"), CommandName("counter.break")]
    public sealed record Break : CounterCommand;
}

public abstract record CounterEvent
{
    private CounterEvent() { }

    [EventName("counter.added")]
    public sealed record Added(int Amount) : CounterEvent;

    [EventName("counter.broken")]
    public sealed record Broken : CounterEvent;
}

[GenerateSerializer, Immutable, Alias("counter.view")]
public sealed record CounterView(int Total);

[Alias("counter")]
public interface ICounterGrain : IAggregateGrain<CounterCommand, CounterView>;

public sealed record Counter(int Total) : IAggregate<Counter, CounterCommand, CounterEvent, CounterView>
{
    public static readonly RefusalReason TooMuch = new("counter.too-much", "超过上限。", "Over the limit.");

    public static string Category => "counter";

    public static Counter Initial => new(0);

    public static IEnumerable<FactRequest> Needs(CounterCommand command, Counter state, DecisionContext context) =>
        command is Copy copy ? [Fact<CounterTotal>.Of(copy.From)] : [];

    public static CounterTotal TotalOf(Counter state) => new(state?.Total ?? 0);

    public static Counter Evolve(Counter state, CounterEvent e) => e switch
    {
        Added added => new(state.Total + added.Amount),
        Broken => throw new UnreachableException("a bug in a fold"),
        _ => throw new UnreachableException(),
    };

    public static Decision<CounterEvent> Decide(CounterCommand command, Counter state, DecisionContext context) => command switch
    {
        Add { Amount: 0 } => Decision<CounterEvent>.Nothing,
        Add add when state.Total + add.Amount > 1_000_000 => TooMuch,
        Add add => new Added(add.Amount),
        Copy => new Added(context.Facts.Count),
        Break => new Broken(),
        _ => throw new UnreachableException(),
    };

    public static ReadRule<Counter> Reading { get; } = ReadRule.Of<Counter>().ViewByTownship().History("office");

    public static CounterView View(Counter state, StreamId stream) => new(state.Total);
}

[FactName("counter.total")]
public sealed record CounterTotal(int Total);

[GrainType("counter")]
public sealed class CounterGrain(SessionServices services) : EventSourcedGrain<Counter, CounterCommand, CounterEvent, CounterView>(services), ICounterGrain;
