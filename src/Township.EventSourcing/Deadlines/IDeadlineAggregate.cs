namespace Township.EventSourcing;

/// <summary>
/// Implemented by an aggregate's state type, in addition to <see cref="IAggregate{TState,TCommand,TEvent,TView}"/>, when something is due
/// at a moment. States which events set and clear which deadline, and which command the system sends when the moment has come. Pure, like
/// all members of an aggregate. Silos that host the aggregate process its deadlines; see docs/deadlines.md.
/// </summary>
/// <remarks>
/// The command is a request like any other: the aggregate decides it on its state, and may refuse it when it no longer applies. It is
/// delivered at least once, after the moment, with an id derived from the commit that set the deadline, so it is carried out at most once
/// for each time that the deadline is set.
/// </remarks>
/// <typeparam name="TCommand">The aggregate's commands.</typeparam>
/// <typeparam name="TEvent">The aggregate's events.</typeparam>
public interface IDeadlineAggregate<out TCommand, in TEvent>
    where TCommand : class, ICommand
    where TEvent : class
{
    /// <summary>
    /// The version, from 1. Raise it when the same events lead to other deadlines: the table of deadlines is then rebuilt from the whole
    /// history, beside the old one.
    /// </summary>
    static virtual int DeadlinesVersion => 1;

    /// <summary>
    /// Returns the changes that an event makes to the stream's deadlines, in order; most events change nothing. The implementation lists
    /// every event. The events that the due command leads to must clear its deadline or set it again.
    /// </summary>
    static abstract IEnumerable<DeadlineChange> Deadlines(TEvent e, DeadlineSource source);

    /// <summary>Returns the command that is due. The sender sets its <see cref="ICommand.CommandId"/>.</summary>
    static abstract TCommand Due(DueDeadline deadline);

    /// <summary>
    /// Returns whether the aggregate refused because its own clock has not reached the moment; the command is then sent again later. Any
    /// other refusal settles the deadline until an event sets or revives it.
    /// </summary>
    static abstract bool IsEarly(Refusal refusal);
}

/// <summary>The origin of an event.</summary>
/// <param name="Stream">The stream of the event.</param>
/// <param name="DecidedAt">When the event was decided, UTC.</param>
public sealed record DeadlineSource(StreamId Stream, DateTimeOffset DecidedAt);

/// <summary>A deadline that is due.</summary>
/// <param name="Stream">The stream of the deadline.</param>
/// <param name="Name">Its name within the stream.</param>
/// <param name="DueAt">The due time, UTC.</param>
public sealed record DueDeadline(StreamId Stream, string Name, DateTimeOffset DueAt);
