namespace Township.Auditing;

/// <summary>
/// The points from which a hash chain may go on. In order there is one: the last link. After a fault there are several
/// (what is stored, what should have been stored, as if the faulty link were not there), so that one change is reported
/// where it is and not again at every later link.
/// </summary>
sealed class Chain
{
    // A few faults in a row still leave the true predecessor among them; beyond that each link is its own finding.
    const int MaxAlternatives = 8;

    readonly List<long> _numbers = [0];
    readonly List<CommitHash> _hashes = [CommitHash.Zero];

    /// <summary>The number that the next link should follow.</summary>
    public long Number => _numbers[0];

    /// <summary>The hash that the next link should follow.</summary>
    public CommitHash Hash => _hashes[0];

    /// <summary>Whether a link with this predecessor can be next.</summary>
    public bool GoesOnFrom(long number) => _numbers.Contains(number);

    /// <summary>The first of the hashes for which <paramref name="fits"/> holds, or null.</summary>
    public CommitHash? Predecessor(Func<CommitHash, bool> fits) => _hashes.Find(h => fits(h));

    /// <summary>
    /// The link is right: the numbers go on from it and from nowhere else. Hashes met at faulty links are kept: a row
    /// that was moved leaves its true successor elsewhere, and only that one has a hash that follows.
    /// </summary>
    public void Continue(long number, CommitHash hash)
    {
        _numbers.RemoveRange(1, _numbers.Count - 1);
        (_numbers[0], _hashes[0]) = (number, hash);
    }

    /// <summary>The link is faulty: the chain may go on from any of these, the likeliest first, or as if it were not there.</summary>
    public void ContinueFromAny(ReadOnlySpan<long> numbers, ReadOnlySpan<CommitHash> hashes)
    {
        Prepend(_numbers, numbers);
        Prepend(_hashes, hashes);
    }

    static void Prepend<T>(List<T> alternatives, ReadOnlySpan<T> more)
    {
        alternatives.InsertRange(0, more.ToArray());
        if (alternatives.Count > MaxAlternatives) alternatives.RemoveRange(MaxAlternatives, alternatives.Count - MaxAlternatives);
    }
}
