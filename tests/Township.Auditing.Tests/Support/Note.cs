
namespace Township.Auditing.Tests;

/// <summary>An aggregate whose event once had no page: schema 1 knew only the text.</summary>
public sealed record Note(string? Text) : IAggregate<Note, NoteCommand, NoteEvent, NoteView>
{
    public static readonly StreamId Stream = new("note", "huimin", "一");

    public static string Category => "note";

    public static Note Initial => new((string?)null);

    public static IReadOnlyList<Upcaster> Upcasters => [new("note.written", 1, data =>
    {
        data["page"] = 1;
        return data;
    })];

    public static Note Evolve(Note state, NoteEvent e) => e switch
    {
        NoteEvent.Written written => new(written.Text),
        _ => throw new InvalidOperationException(),
    };

    public static Decision<NoteEvent> Decide(NoteCommand command, Note state, DecisionContext context) => command switch
    {
        NoteCommand.Write write => new NoteEvent.Written(write.Text, write.Page),
        _ => throw new InvalidOperationException(),
    };

    public static ReadRule<Note> Reading { get; } = ReadRule.Of<Note>().ViewByTownship();

    public static NoteView View(Note state, StreamId stream) => new(state.Text);
}

public abstract record NoteCommand : ICommand
{
    private NoteCommand() { }

    public Guid CommandId { get; init; } = Guid.CreateVersion7();

    [CommandName("note.write")] public sealed record Write(string Text, int Page) : NoteCommand;
}

public abstract record NoteEvent
{
    private NoteEvent() { }

    [EventName("note.written", 2)] public sealed record Written(string Text, int Page) : NoteEvent;
}

public sealed record NoteView(string? Text);
