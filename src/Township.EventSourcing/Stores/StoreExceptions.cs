namespace Township.EventSourcing;

/// <summary>A store could not do what was asked.</summary>
public abstract class EventStoreException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The message in Chinese; null where there is only the English one.</summary>
    public string? Chinese { get; init; }
}

/// <summary>The store does not answer, or answered with an error that may pass.</summary>
/// <param name="message">What happened.</param>
/// <param name="cause">The provider's error.</param>
/// <param name="mayHaveCommitted">Whether an append may have been stored all the same.</param>
public sealed class StoreUnavailableException(string message, Exception? cause = null, bool mayHaveCommitted = false) : EventStoreException(message, cause)
{
    /// <summary>Whether an append may have been stored all the same: look the command id up, or send the same command again.</summary>
    public bool MayHaveCommitted => mayHaveCommitted;
}

/// <summary>The store cannot be opened: wrong place, wrong format, no rights, or in use by another silo.</summary>
public sealed class StoreOpenException(string message, Exception? cause = null) : EventStoreException(message, cause);

/// <summary>What is stored contradicts itself. Nothing is written any more until somebody has looked.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="cause">The provider's error.</param>
/// <param name="position">The position of the commit that cannot be read, where it is known: audit tools read on after it.</param>
public sealed class StoreCorruptException(string message, Exception? cause = null, long? position = null) : EventStoreException(message, cause)
{
    /// <summary>The position of the commit that cannot be read; null when not known.</summary>
    public long? Position => position;
}

/// <summary>A commit is larger than stores accept. Nothing was written.</summary>
public sealed class CommitTooLargeException(int size)
    : EventStoreException($"The commit has {size} bytes; at most {CommitContent.MaxSize} are stored.")
{
    /// <summary>Its size in bytes.</summary>
    public int Size => size;
}

/// <summary>So much is waiting to be stored that no more is taken. Nothing was written; try again later.</summary>
public sealed class StoreOverloadedException(TimeSpan waited)
    : EventStoreException($"The store is overloaded: no room in the queue after {waited.TotalSeconds:0.#} s. Nothing was written.");
