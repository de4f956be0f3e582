namespace Township.EventSourcing;

/// <summary>An event cannot be folded: it is unknown, damaged, or does not fit the state before it.</summary>
public sealed class FoldException(StreamId stream, long version, string eventName, Exception cause)
    : Exception($"Event {version} of {stream}, '{eventName}', cannot be folded: {cause.Message}", cause)
{
    /// <summary>The stream.</summary>
    public StreamId Stream => stream;

    /// <summary>The event's version.</summary>
    public long Version => version;
}

/// <summary>
/// Another writer was faster, a guarded fact has changed, or an earlier commit in the queue failed. Nothing was written; the session is
/// lost. Decide the command again on a new session.
/// </summary>
public sealed class StreamConflictException : Exception
{
    /// <summary>The stream is not at the expected version.</summary>
    public StreamConflictException(StreamId stream, ExpectedVersion expected, long actual)
        : base($"{stream} is at version {actual}, expected {expected}. Nothing was written; send the command again.") => Stream = stream;

    /// <summary>A guarded fact has changed.</summary>
    public StreamConflictException(StreamId stream, StreamId guarded)
        : base($"{guarded} has changed, and the decision on {stream} depended on it. Nothing was written; send the command again.") =>
            Stream = stream;

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }
}

/// <summary>A decider asked for more facts in every round: a bug in its <c>Needs</c>. Nothing was written.</summary>
public sealed class FactRoundsException(StreamId stream, string command, int rounds)
    : Exception($"{stream}: '{command}' still asked for facts after {rounds} rounds. Nothing was written.");

/// <summary>A commit was decided by rules that are newer than this program's.</summary>
public sealed class UnknownRulesException(string category, int rules, int known)
    : Exception(
        $"The rules of '{category}' are known up to version {known}, not version {rules}. "
            + "Was it written by a newer version of the program?")
{
    /// <summary>The version of the rules.</summary>
    public int Rules => rules;

    /// <summary>The newest version that this program knows.</summary>
    public int Known => known;
}
