namespace Township.EventSourcing;

/// <summary>
/// A commit as stored. The typed members parse the stored bytes on first use, so that audit tools can read, show and name a damaged commit.
/// </summary>
/// <param name="Position">Its position in the store's global order: 1, 2, 3 … without gaps.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="FirstVersion">The stream's version after the commit's first event; the first event of a stream has version 1.</param>
/// <param name="Content">The stored content.</param>
/// <param name="Hash">The stream's hash chain up to this commit.</param>
/// <param name="LogHash">The store's hash chain up to this commit.</param>
public sealed record RecordedCommit(
    long Position, StreamId Stream, long FirstVersion, CommitContent Content, CommitHash Hash, CommitHash LogHash)
{
    // Does not copy the parsed members: `with` may change the bytes.
    RecordedCommit(RecordedCommit original) =>
        (Position, Stream, FirstVersion, Content, Hash, LogHash) =
        (original.Position, original.Stream, original.FirstVersion, original.Content, original.Hash, original.LogHash);

    /// <summary>The stream's version after the commit.</summary>
    public long LastVersion => FirstVersion + Content.EventCount - 1;

    /// <summary>The stream's version before the commit.</summary>
    public long PreviousVersion => FirstVersion - 1;

    /// <summary>When it was decided, UTC.</summary>
    public DateTimeOffset DecidedAt => Micros.ToMoment(Content.DecidedAtMicros);

    /// <summary>The actor.</summary>
    /// <exception cref="System.Text.Json.JsonException">The stored bytes are damaged.</exception>
    public Actor Actor => field ??= CommitJson.ReadActor(Content.Actor);

    /// <summary>The command.</summary>
    public CommandRecord Command => new(Content.CommandId, new(Content.CommandName, Content.CommandSchema, Content.CommandData));

    /// <summary>The facts of other aggregates that were captured before deciding.</summary>
    /// <exception cref="System.Text.Json.JsonException">The stored bytes are damaged.</exception>
    public EquatableList<CapturedFact> Facts => field ??= CommitJson.ReadFacts(Content.Facts);

    /// <summary>The events in order; the first one has <see cref="FirstVersion"/>.</summary>
    /// <exception cref="System.Text.Json.JsonException">The stored bytes are damaged.</exception>
    public EquatableList<StoredMessage> Events => field ??= CommitJson.ReadEvents(Content.Events);

    /// <summary>Returns the commit as every store records it when it follows the current heads of the log and of the stream.</summary>
    public static RecordedCommit Following(LogHead log, StreamHead stream, Commit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return Following(log, stream, commit.Content, commit.HeadAfter(stream).Hash);
    }

    /// <summary>Like <see cref="Following(LogHead, StreamHead, Commit)"/> for a content alone, without an expected version.</summary>
    public static RecordedCommit Following(LogHead log, StreamHead stream, CommitContent content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Following(log, stream, content, CommitHash.OfCommit(stream.Hash, stream.Stream, stream.Version + 1, content));
    }

    static RecordedCommit Following(LogHead log, StreamHead stream, CommitContent content, CommitHash hash)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new(
            log.Position + 1, stream.Stream, stream.Version + 1, content, hash, CommitHash.OfLog(log.LogHash, log.Position + 1, hash));
    }

    /// <summary>Compares what is stored; parsed members do not count.</summary>
    public bool Equals(RecordedCommit? other) =>
        other is not null && Position == other.Position && Stream == other.Stream && FirstVersion == other.FirstVersion
        && Content == other.Content && Hash.Equals(other.Hash) && LogHash.Equals(other.LogHash);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Position, Hash, LogHash);

    /// <summary>The head of the stream after the commit.</summary>
    public StreamHead StreamHead => new(Stream, LastVersion, Hash);

    /// <summary>The head of the store's log after the commit.</summary>
    public LogHead LogHead => new(Position, LogHash);

    /// <summary>Returns whether the stored hash follows from the previous hash and the stored bytes.</summary>
    public bool HasHashAfter(CommitHash previous) => Hash.Equals(CommitHash.OfCommit(previous, Stream, FirstVersion, Content));

    /// <summary>
    /// Returns whether the commit is the next one after the given heads of the log and of its stream, with matching hashes.
    /// </summary>
    public bool Follows(LogHead log, StreamHead stream)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stream);
        return Position == log.Position + 1 && PreviousVersion == stream.Version && HasHashAfter(stream.Hash)
            && LogHash.Equals(CommitHash.OfLog(log.LogHash, Position, Hash));
    }

    /// <summary>Returns whether another commit was caused by the same command: same id, name, schema version and bytes.</summary>
    public bool IsOfCommand(CommitContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Content.CommandId == other.CommandId && Content.CommandName == other.CommandName
            && Content.CommandSchema == other.CommandSchema && Content.CommandData == other.CommandData;
    }
}
