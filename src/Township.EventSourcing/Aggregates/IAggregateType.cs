namespace Township.EventSourcing;

/// <summary>A kind of aggregate for tools that know no types: audit, replay, documentation. States are opaque to them.</summary>
public interface IAggregateType
{
    /// <summary>The stream category.</summary>
    string Category { get; }

    /// <summary>The state before the first event.</summary>
    object Initial { get; }

    /// <summary>The stored names of the commands, their schema versions and types.</summary>
    IEnumerable<(string Name, int Schema, Type Type)> CommandNames { get; }

    /// <summary>The stored names of the events, their schema versions and types.</summary>
    IEnumerable<(string Name, int Schema, Type Type)> EventNames { get; }

    /// <summary>The state after a stored event.</summary>
    /// <exception cref="FoldException">The event is unknown, damaged, or does not fit the state.</exception>
    object Fold(object state, StreamId stream, long version, StoredMessage stored);

    /// <summary>What clients are shown of a state, as JSON.</summary>
    JsonBytes WriteView(object state, StreamId stream);

    /// <summary>
    /// What has to be read from other aggregates to judge whether this actor may read; see <see cref="ReadRule{TState}.Needs"/>.
    /// </summary>
    IReadOnlyList<FactRequest> ReadingNeeds(ReadKind kind, StreamId stream, Actor actor);

    /// <summary>
    /// Why this actor may not read an aggregate, by its state of today; null when allowed. See <see cref="ReadRule{TState}.Refuse"/>.
    /// </summary>
    Refusal? RefuseReading(ReadKind kind, object? state, StreamId stream, Actor actor, EquatableList<CapturedFact> facts, object? shown = null);

    /// <summary>A stored event or command in this program's schema version, as this program would store it.</summary>
    StoredMessage ToCurrentSchema(StoredMessage stored);

    /// <summary>The facts that it offers, with all their schema versions.</summary>
    IEnumerable<(string Name, int Schema, Type Type)> FactNames { get; }

    /// <summary>What a state says as a fact, as JSON; <c>null</c> when it has nothing to say.</summary>
    /// <exception cref="UnknownMessageException">It offers no such fact, or not in this schema version.</exception>
    JsonBytes WriteFact(object state, StreamId stream, string name, int schema);

    /// <summary>Its deadlines; null when it has none.</summary>
    IDeadlineType? Deadlines { get; }

    /// <summary>Its four types.</summary>
    (Type State, Type Command, Type Event, Type View) Types { get; }

    /// <summary>How its rules have changed; see <see cref="RulesChange"/>.</summary>
    IReadOnlyList<RulesChange> RulesChanges { get; }

    /// <summary>Decides a commit's command again, on the state before it, by the rules of its time and its captured facts.</summary>
    /// <exception cref="UnknownMessageException">The command or a fact is not known to this program.</exception>
    /// <exception cref="MessageFormatException">The data of the command or of a fact is damaged.</exception>
    /// <exception cref="UnknownRulesException">The rules are not known to this program.</exception>
    Redecision Redecide(object state, RecordedCommit commit);
}

/// <summary>What deciding a commit again came to.</summary>
/// <param name="Events">The events.</param>
/// <param name="Refusal">The refusal; null when the command is accepted.</param>
/// <param name="PolicyVersion">The version of the policy on which the decision rests; empty for none.</param>
/// <param name="Missing">Facts that the decision asks for and the commit does not hold; with any, nothing could be decided.</param>
/// <param name="Extra">Facts that the commit holds and the decision does not ask for, or not with this guard.</param>
public sealed record Redecision(
    EquatableList<StoredMessage> Events, Refusal? Refusal, string PolicyVersion, EquatableList<FactRequest> Missing, EquatableList<CapturedFact> Extra);
