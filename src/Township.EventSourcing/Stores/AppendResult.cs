namespace Township.EventSourcing;

/// <summary>What became of one commit of a batch. Each item has its own: a stale writer never fails its neighbours.</summary>
public abstract record AppendResult
{
    AppendResult() { }

    /// <summary>Stored, and durable.</summary>
    /// <param name="Position">Its position in the global order.</param>
    /// <param name="LastVersion">The stream's version after it.</param>
    /// <param name="Hash">The stream's hash chain after it.</param>
    public sealed record Committed(long Position, long LastVersion, CommitHash Hash) : AppendResult;

    /// <summary>The same command was stored before. Nothing was written.</summary>
    /// <param name="Original">What was stored then.</param>
    public sealed record Duplicate(RecordedCommit Original) : AppendResult;

    /// <summary>The command id was stored before with other content. Nothing was written.</summary>
    /// <param name="Original">What was stored then.</param>
    public sealed record IdReused(RecordedCommit Original) : AppendResult;

    /// <summary>The stream is not as the writer expected. Nothing was written.</summary>
    /// <param name="Expected">What the writer expected.</param>
    /// <param name="Actual">The stream's version; 0 when there is none.</param>
    public sealed record Conflict(ExpectedVersion Expected, long Actual) : AppendResult;

    /// <summary>The stream is as expected, but a guard of the commit does not hold: see <see cref="Guard"/>. Nothing was written.</summary>
    /// <param name="Actual">Where the guarded stream stands.</param>
    public sealed record GuardBroken(StreamHead Actual) : AppendResult;
}
