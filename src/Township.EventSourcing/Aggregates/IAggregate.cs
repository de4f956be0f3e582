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

    /// <summary>How stored messages of older schema versions become current ones.</summary>
    static virtual IReadOnlyList<Upcaster> Upcasters => [];

    /// <summary>The state after one more event. Lists every event; an unknown one is a bug and throws.</summary>
    static abstract TState Evolve(TState state, TEvent e);

    /// <summary>
    /// How the rules have changed, in the order of their versions: none for version 1. Old commits are decided again by the rules of their
    /// time.
    /// </summary>
    static virtual IReadOnlyList<RulesChange> RulesChanges => [];

    /// <summary>
    /// The facts of other aggregates that a decision rests on, all of them each time. Asked with the state and with what is known so far
    /// (<see cref="DecisionContext.Known{TFact}"/>), until nothing more is wanted; what it says is captured and stored in the commit.
    /// </summary>
    static virtual IEnumerable<FactRequest> Needs(TCommand command, TState state, DecisionContext context) => [];

    /// <summary>The events that the command causes, or the refusal.</summary>
    static abstract Decision<TEvent> Decide(TCommand command, TState state, DecisionContext context);

    /// <summary>
    /// Whom all texts about people in a command are about, beside those whom the command names with <see cref="PersonAttribute"/> and
    /// those whom the client names: ids of people. By default nobody. Right for whoever the stream or its state is about; a choice
    /// that clients cannot forget to make.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="state">The state on which it is decided. Use only what never changes once it is there, such as the owner of a promise,
    /// and not in the command that brings it there: sent again, when it has been carried out, a command must be about the same people.
    /// </param>
    /// <param name="stream">The stream.</param>
    /// <param name="actor">Who sends it.</param>
    static virtual IEnumerable<string> PersonsOf(TCommand command, TState state, StreamId stream, Actor actor) => [];

    /// <summary>What clients are shown of the state.</summary>
    static abstract TView View(TState state, StreamId stream);

    /// <summary>Who may read the aggregate: its view, earlier views, its history, and its place in lists. There is no default.</summary>
    static abstract ReadRule<TState> Reading { get; }
}
