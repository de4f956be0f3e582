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

    /// <summary>What has to be read from other aggregates to judge whether this actor may read; see <see cref="ReadRule{TState}.Needs"/>.</summary>
    IReadOnlyList<InputRequest> ReadingNeeds(ReadKind kind, StreamId stream, Actor actor);

    /// <summary>Why this actor may not read an aggregate, by its state of today; null when allowed. See <see cref="ReadRule{TState}.Refuse"/>.</summary>
    Refusal? RefuseReading(ReadKind kind, object? state, StreamId stream, Actor actor, CapturedInputs inputs, object? shown = null);

    /// <summary>A stored event in this program's schema version, as this program would store it.</summary>
    StoredMessage ToCurrentSchema(StoredMessage stored);

    /// <summary>Decides a commit's command again, on the state before it and its captured inputs.</summary>
    /// <exception cref="UnknownMessageException">The command is not known to this program.</exception>
    /// <exception cref="MessageFormatException">The command's data is damaged.</exception>
    (EquatableList<StoredMessage> Events, Refusal? Refusal) Redecide(object state, RecordedCommit commit);

    /// <summary>The policy version on which a decision with these inputs rests; empty for none.</summary>
    string PolicyVersion(CapturedInputs inputs);
}
