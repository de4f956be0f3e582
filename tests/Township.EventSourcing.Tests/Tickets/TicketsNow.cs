using System.Text.Json.Nodes;

namespace Township.EventSourcing.Tests;

/// <summary>
/// The ticket two schema versions later: the text became a title (2), and tickets have a priority (3). Old bytes stay as they are.
/// </summary>
public sealed record TicketNow(EquatableList<string> Titles) : IAggregate<TicketNow, TicketNow.Command, TicketNow.Event, TicketNow>
{
    public enum Priority { Low, Normal, High }

    public abstract record Command : ICommand
    {
        Command() { }

        public Guid CommandId { get; init; } = Guid.CreateVersion7();

        [CommandName("ticket.raise", 3)] public sealed record Raise(string Title, Priority Priority) : Command;
    }

    public abstract record Event
    {
        Event() { }

        [EventName("ticket.raised", 3)] public sealed record Raised(string Title, Priority Priority) : Event;
    }

    public static string Category => "ticket";
    public static TicketNow Initial => new(EquatableList<string>.Empty);
    public static IReadOnlyList<Upcaster> Upcasters { get; } =
    [
        new("ticket.raise", 1, TextBecomesTitle), new("ticket.raise", 2, PriorityIsNormal),
        new("ticket.raised", 1, TextBecomesTitle), new("ticket.raised", 2, PriorityIsNormal),
    ];

    public static TicketNow Evolve(TicketNow state, Event e) =>
        e is Event.Raised raised ? new(state.Titles.Add($"{raised.Title} ({raised.Priority})")) : throw new InvalidOperationException();

    public static Decision<Event> Decide(Command command, TicketNow state, DecisionContext context) =>
        command is Command.Raise raise ? new Event.Raised(raise.Title, raise.Priority) : throw new InvalidOperationException();

    public static ReadRule<TicketNow> Reading { get; } = ReadRule.Of<TicketNow>().ViewByTownship();

    public static TicketNow View(TicketNow state, StreamId stream) => state;

    // New members go where this program writes them, so that upcast bytes are this program's own.
    static JsonObject TextBecomesTitle(JsonObject data)
    {
        data.Insert(0, "title", data["text"]!.DeepClone());
        data.Remove("text");
        return data;
    }

    static JsonObject PriorityIsNormal(JsonObject data)
    {
        data.Insert(1, "priority", "normal");
        return data;
    }
}
