namespace Township.EventSourcing;

/// <summary>
/// What an aggregate's state type implements beside <see cref="IAggregate{TState,TCommand,TEvent,TView}"/> when something is due
/// at a moment: which events set and clear which deadline, and which command the system sends when it has come. Pure, like
/// everything else of an aggregate. Silos that host the aggregate keep them; see docs/deadlines.md.
/// </summary>
/// <remarks>
/// The command is a request like any other: the aggregate decides on its state, and may refuse what is no longer due. It comes
/// at least once, after the moment, with an id that follows from the commit that set the deadline: it is carried out at most
/// once for each time that the deadline was set.
/// </remarks>
/// <typeparam name="TCommand">The aggregate's commands.</typeparam>
/// <typeparam name="TEvent">The aggregate's events.</typeparam>
public interface IDeadlineAggregate<out TCommand, in TEvent>
    where TCommand : class, ICommand
    where TEvent : class
{
    /// <summary>
    /// From 1. Raise it when the same events give other deadlines: the table of deadlines is then made anew from the whole history, beside
    /// the old one.
    /// </summary>
    static virtual int DeadlinesVersion => 1;

    /// <summary>
    /// What an event changes about the stream's deadlines, in order; most events change nothing. Every event is listed. What
    /// the due command leads to must clear its deadline, or set it again.
    /// </summary>
    static abstract IEnumerable<DeadlineChange> Deadlines(TEvent e, DeadlineSource source);

    /// <summary>The command that is due. Its <see cref="ICommand.CommandId"/> is set by whoever sends it.</summary>
    static abstract TCommand Due(DueDeadline deadline);

    /// <summary>
    /// Whether the aggregate refused because the moment has not come for its own clock: then it is asked again later. Any
    /// other refusal settles the deadline, until an event sets it or revives it.
    /// </summary>
    static abstract bool IsEarly(Refusal refusal);
}

/// <summary>Where an event comes from.</summary>
/// <param name="Stream">The stream that it belongs to.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
public sealed record DeadlineSource(StreamId Stream, DateTimeOffset DecidedAt);

/// <summary>A deadline whose moment has come.</summary>
/// <param name="Stream">Whose.</param>
/// <param name="Name">Its name within the stream.</param>
/// <param name="DueAt">The moment, UTC.</param>
public sealed record DueDeadline(StreamId Stream, string Name, DateTimeOffset DueAt);
