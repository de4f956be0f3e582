namespace Township.EventSourcing;

/// <summary>Which commits of a stream to read: those with at least one event whose version lies within the bounds.</summary>
/// <param name="From">The lowest version, inclusive; versions start at 1.</param>
/// <param name="To">The highest version, inclusive.</param>
/// <param name="Limit">The most commits; 0 gives none.</param>
/// <param name="Backward">Newest first.</param>
public readonly record struct StreamRange(long From = 1, long To = long.MaxValue, int Limit = int.MaxValue, bool Backward = false)
{
    /// <summary>The whole stream, oldest first.</summary>
    public static StreamRange All => new(1);

    /// <summary>Everything after a version that is known already.</summary>
    public static StreamRange After(long version) => new(version + 1);

    /// <summary>Everything up to a version.</summary>
    public static StreamRange UpTo(long version) => new(1, version);

    /// <summary>Whether nothing can lie within.</summary>
    public bool IsEmpty => Limit <= 0 || From > To || To < 1;

    /// <summary>Whether a commit has an event within the bounds.</summary>
    public bool Touches(RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return commit.LastVersion >= From && commit.FirstVersion <= To;
    }
}
