namespace Township.EventSourcing;

/// <summary>A part of the log without gaps, described by the categories in it.</summary>
/// <param name="After">The position before its first commit.</param>
/// <param name="Last">Its last commit.</param>
/// <param name="Categories">The categories of all its commits.</param>
public sealed record LogStretch(long After, LogMark Last, IReadOnlyCollection<string> Categories);

/// <summary>A commit of the log, identified by position and hash.</summary>
/// <param name="Position">Its position in the global order.</param>
/// <param name="Hash">Its own hash, in the chain of its stream.</param>
public sealed record LogMark(long Position, CommitHash Hash);
