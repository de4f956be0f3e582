namespace Township.EventSourcing;

/// <summary>
/// An aggregate as pure functions: a state, how events change it, and how commands are decided on it.
/// Implementations use no clock, no randomness, no I/O and no new ids: the same arguments always give the same result,
/// which is what makes histories replayable.
/// </summary>
/// <typeparam name="TState">The state: an immutable record. By habit the aggregate is its own state.</typeparam>
/// <typeparam name="TCommand">The closed hierarchy of commands.</typeparam>
/// <typeparam name="TEvent">The closed hierarchy of events.</typeparam>
/// <typeparam name="TView">What clients are shown.</typeparam>
public interface IAggregate<TState, TCommand, TEvent, TView>
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    /// <summary>The stream category, for example <c>pledge</c>.</summary>
    static abstract string Category { get; }

    /// <summary>The state before the first event.</summary>
    static abstract TState Initial { get; }

    /// <summary>The steps that bring stored messages of older schema versions to the current one.</summary>
    static virtual IReadOnlyList<Upcaster> Upcasters => [];

    /// <summary>
    /// Returns the state after one more event. The implementation lists every event; an unknown event is a bug and throws.
    /// </summary>
    static abstract TState Evolve(TState state, TEvent e);

    /// <summary>
    /// The changes of the rules, in the order of their versions; empty for version 1. Old commits are decided again
    /// by the rules of their time.
    /// </summary>
    static virtual IReadOnlyList<RulesChange> RulesChanges => [];

    /// <summary>
    /// Returns all facts of other aggregates that the decision depends on. Called repeatedly with the state and the facts known so far
    /// (<see cref="DecisionContext.Known{TFact}"/>) until it asks for nothing new. The facts are captured and stored in the commit.
    /// </summary>
    static virtual IEnumerable<FactRequest> Needs(TCommand command, TState state, DecisionContext context) => [];

    /// <summary>Returns the events that the command causes, or the refusal.</summary>
    static abstract Decision<TEvent> Decide(TCommand command, TState state, DecisionContext context);

    /// <summary>
    /// Returns the ids of the people whom every personal text in a command is about, in addition to those named by
    /// <see cref="PersonAttribute"/> and by the client. Default: none. Override it when the stream or its state is about people, so that
    /// clients cannot forget to name them.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="state">The state on which the command is decided. Use only values that never change once set, such as the
    /// owner of a promise, and do not use a value in the command that sets it: a command that is sent again after it was carried
    /// out must be about the same people.
    /// </param>
    /// <param name="stream">The stream.</param>
    /// <param name="actor">Who sends it.</param>
    static virtual IEnumerable<string> PersonsOf(TCommand command, TState state, StreamId stream, Actor actor) => [];

    /// <summary>Returns what clients are shown of the state.</summary>
    static abstract TView View(TState state, StreamId stream);

    /// <summary>
    /// The read rule of the aggregate: for its view, earlier views, its history, and its rows in lists. Every aggregate must state one.
    /// </summary>
    static abstract ReadRule<TState> Reading { get; }
}
