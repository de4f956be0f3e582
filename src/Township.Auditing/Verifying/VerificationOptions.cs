namespace Township.Auditing;

/// <summary>How a history is verified.</summary>
public sealed record VerificationOptions
{
    /// <summary>
    /// How long before its decision a fact that is not guarded may have been the newest: waiting for a place in the queue, and the
    /// clocks of silos, which may differ. 5 minutes.
    /// </summary>
    public static readonly TimeSpan FactAge = TimeSpan.FromMinutes(5);

    /// <summary>Whether every commit is decided again (replay) besides being checked. Default false.</summary>
    public bool Redecide { get; init; }

    /// <summary>
    /// Where the store stood at some earlier time, noted outside of it: the history must still contain this very point.
    /// Only this finds a history that was rewritten as a whole, or cut off at its end. Default none.
    /// </summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>How many states are remembered while folding; others are folded again when needed. Default 10,000.</summary>
    public int CachedStates { get; init; } = 10_000;
}

/// <summary>How far a verification has come.</summary>
/// <param name="Done">Commits checked.</param>
/// <param name="Total">Commits there were when it began.</param>
public readonly record struct AuditProgress(long Done, long Total);

/// <summary>What was checked.</summary>
/// <param name="Commits">Commits read.</param>
/// <param name="Events">Events in them, as recorded.</param>
/// <param name="Streams">Streams they belong to.</param>
/// <param name="Faults">Faults reported, without what is not known.</param>
/// <param name="Upcast">On replay: commits whose events were brought to the current schema before they were compared.</param>
/// <param name="Head">The last commit of the log; null when only single streams were checked.</param>
/// <param name="Journaled">Commits of journaled grains: chain, order and content were checked; no state was folded
/// and no decision taken again.
/// </param>
/// <param name="NotKnown">Findings about content that this program does not know. They are reported, and are no faults.</param>
public sealed record VerificationTotals(
    long Commits, long Events, long Streams, long Faults, long Upcast, Checkpoint? Head, long Journaled = 0, long NotKnown = 0);
