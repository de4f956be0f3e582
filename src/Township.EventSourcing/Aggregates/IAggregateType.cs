namespace Township.EventSourcing;

/// <summary>
/// A kind of aggregate for tools that do not know its types, such as audit, replay and documentation. They treat states as opaque.
/// </summary>
public interface IAggregateType
{
    /// <summary>The stream category.</summary>
    string Category { get; }

    /// <summary>The state before the first event.</summary>
    object Initial { get; }

    /// <summary>The stored names of the commands, with their schema versions and types.</summary>
    IEnumerable<(string Name, int Schema, Type Type)> CommandNames { get; }

    /// <summary>The stored names of the events, with their schema versions and types.</summary>
    IEnumerable<(string Name, int Schema, Type Type)> EventNames { get; }

    /// <summary>Returns the state after a stored event.</summary>
    /// <exception cref="FoldException">The event is unknown, damaged, or does not fit the state.</exception>
    object Fold(object state, StreamId stream, long version, StoredMessage stored);

    /// <summary>Returns the view of a state, as JSON.</summary>
    JsonBytes WriteView(object state, StreamId stream);

    /// <summary>
    /// Returns the facts of other aggregates that are needed to judge whether an actor may read; see <see cref="ReadRule{TState}.Needs"/>.
    /// </summary>
    IReadOnlyList<FactRequest> ReadingNeeds(ReadKind kind, StreamId stream, Actor actor);

    /// <summary>
    /// Returns why an actor may not read an aggregate, by its current state; null when reading is allowed. See
    /// <see cref="ReadRule{TState}.Refuse"/>.
    /// </summary>
    Refusal? RefuseReading(
        ReadKind kind, object? state, StreamId stream, Actor actor, EquatableList<CapturedFact> facts, object? shown = null);

    /// <summary>Returns a stored event or command in this program's schema version, as this program would store it.</summary>
    StoredMessage ToCurrentSchema(StoredMessage stored);

    /// <summary>The facts that the aggregate offers, with all their schema versions.</summary>
    IEnumerable<(string Name, int Schema, Type Type)> FactNames { get; }

    /// <summary>Returns a fact of a state as JSON; <c>null</c> when the state has no value for it.</summary>
    /// <exception cref="UnknownMessageException">The aggregate does not offer the fact, or not in this schema version.</exception>
    JsonBytes WriteFact(object state, StreamId stream, string name, int schema);

    /// <summary>Its deadlines; null when it has none.</summary>
    IDeadlineType? Deadlines { get; }

    /// <summary>The types of its state, commands, events and view.</summary>
    (Type State, Type Command, Type Event, Type View) Types { get; }

    /// <summary>The changes of its rules; see <see cref="RulesChange"/>.</summary>
    IReadOnlyList<RulesChange> RulesChanges { get; }

    /// <summary>Decides a commit's command again, on the state before it, with the rules of its time and its captured facts.</summary>
    /// <exception cref="UnknownMessageException">The command or a fact is not known to this program.</exception>
    /// <exception cref="MessageFormatException">The data of the command or of a fact is damaged.</exception>
    /// <exception cref="UnknownRulesException">The rules are not known to this program.</exception>
    Redecision Redecide(object state, RecordedCommit commit);
}

/// <summary>The result of deciding a commit again.</summary>
/// <param name="Events">The events.</param>
/// <param name="Refusal">The refusal; null when the command was accepted.</param>
/// <param name="PolicyVersion">The version of the policy on which the decision depends; empty when it depends on none.</param>
/// <param name="Missing">Facts that the decision asks for and the commit does not hold. When there are any, the decision
/// could not be made.</param>
/// <param name="Extra">Facts that the commit holds and the decision does not ask for, or does not ask for with the same guard.</param>
public sealed record Redecision(
    EquatableList<StoredMessage> Events, Refusal? Refusal, string PolicyVersion, EquatableList<FactRequest> Missing,
    EquatableList<CapturedFact> Extra);
