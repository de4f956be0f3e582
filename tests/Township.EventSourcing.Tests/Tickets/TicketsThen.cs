
namespace Township.EventSourcing.Tests;

/// <summary>The ticket as the first release knew it.</summary>
public sealed record TicketThen(string? Text) : IAggregate<TicketThen, TicketThen.Command, TicketThen.Event, TicketThen>
{
    public abstract record Command : ICommand
    {
        Command() { }

        public Guid CommandId { get; init; } = Guid.CreateVersion7();

        [CommandName("ticket.raise")] public sealed record RaiseThen(string Text) : Command;
    }

    public abstract record Event
    {
        Event() { }

        [EventName("ticket.raised")] public sealed record RaisedThen(string Text) : Event;
    }

    public static string Category => "ticket";
    public static TicketThen Initial => new((string?)null);
    public static TicketThen Evolve(TicketThen state, Event e) => e is Event.RaisedThen raised ? new(raised.Text) : throw new InvalidOperationException();
    public static Decision<Event> Decide(Command command, TicketThen state, DecisionContext context) =>
        command is Command.RaiseThen raise ? new Event.RaisedThen(raise.Text) : throw new InvalidOperationException();
    public static ReadRule<TicketThen> Reading { get; } = ReadRule.Of<TicketThen>().ViewByTownship();

    public static TicketThen View(TicketThen state, StreamId stream) => state;
}
