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

/// <summary>Another writer was faster, or the commits before this one failed. Nothing was written; the state has been dropped. Send the command again.</summary>
public sealed class StreamConflictException(StreamId stream, ExpectedVersion expected, long actual)
    : Exception($"{stream} is at version {actual}, expected {expected}. Nothing was written; send the command again.")
{
    /// <summary>The stream.</summary>
    public StreamId Stream => stream;

    /// <summary>Its version in the store.</summary>
    public long Actual => actual;
}
