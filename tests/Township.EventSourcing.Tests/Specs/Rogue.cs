using System.Text.Json.Serialization;

namespace Township.EventSourcing.Tests;

/// <summary>An aggregate that breaks, on request, each promise that the testing kit checks.</summary>
public sealed record Rogue(int Total) : IAggregate<Rogue, Rogue.Command, Rogue.Event, Rogue>
{
    static int _impurity;

    [JsonIgnore] public int Hidden { get; init; }

    public enum Fault { None, RandomEvents, RandomRefusal, ImpureFold, ForgetfulState, UnreadableEvent, LossyEvent, Throws }

    public abstract record Command : ICommand
    {
        Command() { }

        public Guid CommandId { get; init; } = Guid.CreateVersion7();

        [CommandName("rogue.act")] public sealed record Act(Fault Fault) : Command;
        [CommandName("rogue.array")] public sealed record Array(string[] Items) : Command;
        [CommandName("rogue.lossy")] public sealed record Lossy([property: JsonIgnore] string Lost = "lost") : Command;
    }

    public abstract record Event
    {
        Event() { }

        [EventName("rogue.acted")] public sealed record Acted(Fault Fault, int Number, [property: JsonIgnore] string Lost = "") : Event;
        [EventName("rogue.listed")] public sealed record Listed(string[] Items) : Event;
    }

    public static readonly RefusalReason Moody = new("rogue.moody", "心情 {0}。", "Mood {0}.");

    public static string Category => "rogue";
    public static Rogue Initial => new(0);
    public static Rogue Evolve(Rogue state, Event e) => e switch
    {
        Event.Acted { Fault: Fault.ImpureFold } => new(Interlocked.Increment(ref _impurity)),
        Event.Acted { Fault: Fault.ForgetfulState } => state with { Hidden = state.Hidden + 1, Total = state.Total + state.Hidden },
        Event.Acted { Fault: Fault.UnreadableEvent } => throw new InvalidOperationException("Not foldable."),
        Event.Acted acted => new(state.Total + acted.Number),
        _ => state,
    };

    public static Decision<Event> Decide(Command command, Rogue state, DecisionContext context) => command switch
    {
        Command.Act { Fault: Fault.RandomEvents } => new Event.Acted(Fault.RandomEvents, Interlocked.Increment(ref _impurity)),
        Command.Act { Fault: Fault.RandomRefusal } => Moody.With(Interlocked.Increment(ref _impurity)),
        Command.Act { Fault: Fault.LossyEvent } => new Event.Acted(Fault.None, 1, "lost"),
        Command.Act { Fault: Fault.Throws } => throw new InvalidOperationException("A bug in a rule."),
        Command.Act act => new Event.Acted(act.Fault, 1),
        Command.Array array => new Event.Listed(array.Items),
        _ => new Event.Acted(Fault.None, 1),
    };

    public static ReadRule<Rogue> Reading { get; } = ReadRule.Of<Rogue>().ViewByTownship();

    public static Rogue View(Rogue state, StreamId stream) => state;
}
