namespace Township.Polls;

/// <summary>A poll among villagers: the smallest aggregate with a list.</summary>
/// <typeparam name="TSelf">Each test has its own rules.</typeparam>
/// <typeparam name="TView">What clients are shown.</typeparam>
public abstract record PollOf<TSelf, TView>
    where TSelf : PollOf<TSelf, TView>, IAggregate<TSelf, PollCommand, PollEvent, TView>, new()
    where TView : class
{
    public int Votes { get; init; }

    public EquatableList<string> Options { get; init; } = [];

    public static string Category => "poll";

    public static TSelf Initial => new();

    public static ReadRule<TSelf> Reading { get; } = ReadRule.Of<TSelf>().ViewByTownship();

    public static Decision<PollEvent> Decide(PollCommand command, TSelf state, DecisionContext context) => new PollEvent.Voted("a", 1);
}

public abstract record PollCommand : ICommand
{
    public Guid CommandId { get; init; }

    [CommandName("poll.vote")]
    public sealed record Vote : PollCommand;
}

public abstract record PollEvent
{
    [EventName("poll.voted")]
    public sealed record Voted(string Option, int Votes) : PollEvent;
}

public sealed record PollView(int Votes);

/// <summary>One row per poll.</summary>
[RowTable("polls"), RowIndex("votes")]
public sealed record PollRow(string Township, string PollId, int Votes);

/// <summary>One row per option.</summary>
[RowTable("poll_options")]
public sealed record PollOptionRow(string Township, string PollId, [RowKey] string Option);

/// <summary>The same table with one more column.</summary>
[RowTable("polls"), RowIndex("votes")]
public sealed record WiderPollRow(string Township, string PollId, int Votes, int Options);

/// <summary>Counts votes; by a mistake each entry as one, and every option with its number.</summary>
public sealed record Poll : PollOf<Poll, PollView>, IAggregate<Poll, PollCommand, PollEvent, PollView>
{
    public static Poll Evolve(Poll state, PollEvent e) => state with { Votes = state.Votes + 1, Options = state.Options.Add($"{((PollEvent.Voted)e).Option}{state.Votes}") };

    public static PollView View(Poll state, StreamId stream) => new(state.Votes);

    public static IEnumerable<PollRow> Rows(Poll state, StreamId stream) => [new(stream.Township, stream.Id, state.Votes)];

    public static IEnumerable<PollOptionRow> OptionRows(Poll state, StreamId stream) => state.Options.Select(o => new PollOptionRow(stream.Township, stream.Id, o));
}

/// <summary>
/// The same with the mistake mended. Its view is a type of another assembly, so that the code that folds is known to be other code, as it is after a
/// change of the program.
/// </summary>
public sealed record MendedPoll : PollOf<MendedPoll, Version>, IAggregate<MendedPoll, PollCommand, PollEvent, Version>
{
    // No votes take an option from the list.
    public static MendedPoll Evolve(MendedPoll state, PollEvent e) => (PollEvent.Voted)e switch
    {
        { Votes: 0, Option: var gone } => state with { Options = [.. state.Options.Where(o => o != gone)] },
        var voted => state with { Votes = state.Votes + voted.Votes, Options = state.Options.Contains(voted.Option) ? state.Options : state.Options.Add(voted.Option) },
    };

    public static Version View(MendedPoll state, StreamId stream) => new(state.Votes, 0);

    public static IEnumerable<PollRow> Rows(MendedPoll state, StreamId stream) => [new(stream.Township, stream.Id, state.Votes)];

    public static IEnumerable<PollOptionRow> OptionRows(MendedPoll state, StreamId stream) => state.Options.Select(o => new PollOptionRow(stream.Township, stream.Id, o));
}

/// <summary>The same as <see cref="Poll"/> with another column.</summary>
public sealed record WiderPoll : PollOf<WiderPoll, PollView>, IAggregate<WiderPoll, PollCommand, PollEvent, PollView>
{
    public static WiderPoll Evolve(WiderPoll state, PollEvent e) => state with { Votes = state.Votes + 1, Options = state.Options.Add("a") };

    public static PollView View(WiderPoll state, StreamId stream) => new(state.Votes);

    public static IEnumerable<WiderPollRow> Rows(WiderPoll state, StreamId stream) => [new(stream.Township, stream.Id, state.Votes, state.Options.Count)];
}
