namespace Township.Auditing;

/// <summary>Settings of a verification.</summary>
public sealed record VerificationOptions
{
    /// <summary>
    /// How long before a decision a fact without a guard may have stopped being the newest. It covers waiting in the queue and differences
    /// between the clocks of silos. 5 minutes.
    /// </summary>
    public static readonly TimeSpan FactAge = TimeSpan.FromMinutes(5);

    /// <summary>Whether every commit is also decided again (replay). Default false.</summary>
    public bool Redecide { get; init; }

    /// <summary>
    /// An earlier head of the log that was noted outside the store; the history must still contain it. Only this detects a history that was
    /// rewritten as a whole or truncated at its end. Default: none.
    /// </summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>The number of states to cache while folding; others are folded again when needed. Default 10,000.</summary>
    public int CachedStates { get; init; } = 10_000;
}

/// <summary>The progress of a verification.</summary>
/// <param name="Done">The commits checked.</param>
/// <param name="Total">The number of commits when it began.</param>
public readonly record struct AuditProgress(long Done, long Total);

/// <summary>The results of a verification.</summary>
/// <param name="Commits">The commits read.</param>
/// <param name="Events">The events in them, as recorded.</param>
/// <param name="Streams">The streams of these commits.</param>
/// <param name="Faults">The reported faults, excluding <paramref name="NotKnown"/>.</param>
/// <param name="Upcast">In a replay: commits whose events were brought to the current schema version before they were compared.</param>
/// <param name="Head">The last commit of the log; null when only single streams were checked.</param>
/// <param name="Journaled">Commits of journaled grains. Their chain, order and content were checked; they were not folded or decided again.
/// </param>
/// <param name="NotKnown">Findings about content that this program does not know. They are reported but are not faults.</param>
public sealed record VerificationTotals(
    long Commits, long Events, long Streams, long Faults, long Upcast, Checkpoint? Head, long Journaled = 0, long NotKnown = 0);
