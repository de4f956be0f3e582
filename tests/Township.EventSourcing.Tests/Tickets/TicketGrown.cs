
namespace Township.EventSourcing.Tests;

/// <summary>The ticket one release after the first: its command has grown optional members, and is of the same schema.</summary>
public sealed record TicketGrown(int Raised) : IAggregate<TicketGrown, TicketGrown.Command, TicketGrown.Event, TicketGrown>
{
    public enum Mood { Calm, Cross }

    public sealed record Line(string What, int? Times = null);

    public abstract record Command : ICommand
    {
        Command() { }

        public Guid CommandId { get; init; } = Guid.CreateVersion7();

        [CommandName("ticket.raise")]
        public sealed record Raise(
            string Text, string? Where = null, bool Urgent = false, decimal Weight = 0, Mood? Mood = null, EquatableList<Line>? Lines = null) : Command;
    }

    public abstract record Event
    {
        Event() { }

        [EventName("ticket.raised")] public sealed record Raised(string Text) : Event;
    }

    public static string Category => "ticket";
    public static TicketGrown Initial => new(0);
    public static TicketGrown Evolve(TicketGrown state, Event e) => e is Event.Raised ? new(state.Raised + 1) : throw new InvalidOperationException();
    public static Decision<Event> Decide(Command command, TicketGrown state, DecisionContext context) =>
        command is Command.Raise raise ? new Event.Raised(raise.Text) : throw new InvalidOperationException();
    public static ReadRule<TicketGrown> Reading { get; } = ReadRule.Of<TicketGrown>().ViewByTownship();
    public static TicketGrown View(TicketGrown state, StreamId stream) => state;
}
