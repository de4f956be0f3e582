namespace Township.Auditing;

/// <summary>
/// The points from which a hash chain may continue. Without a fault there is one: the last link. After a fault there are several
/// (the stored value, the correct value, and the link before the faulty one), so that one change is reported where it is and not
/// again at every later link.
/// </summary>
sealed class Chain
{
    // The true predecessor is still among them after a few faults in a row; beyond that each link is a finding of its own.
    const int MaxAlternatives = 8;

    readonly List<long> _numbers = [0];
    readonly List<CommitHash> _hashes = [CommitHash.Zero];

    /// <summary>The expected number of the predecessor of the next link.</summary>
    public long Number => _numbers[0];

    /// <summary>The expected hash of the predecessor of the next link.</summary>
    public CommitHash Hash => _hashes[0];

    /// <summary>Returns whether a link with this predecessor can be next.</summary>
    public bool GoesOnFrom(long number) => _numbers.Contains(number);

    /// <summary>Returns the first of the hashes for which <paramref name="fits"/> holds, or null.</summary>
    public CommitHash? Predecessor(Func<CommitHash, bool> fits) => _hashes.Find(h => fits(h));

    /// <summary>
    /// Records a correct link. The numbers continue only from it. Hashes of earlier faulty links are kept: a row that was moved leaves its
    /// true successor elsewhere, and only that successor has a hash that follows.
    /// </summary>
    public void Continue(long number, CommitHash hash)
    {
        _numbers.RemoveRange(1, _numbers.Count - 1);
        (_numbers[0], _hashes[0]) = (number, hash);
    }

    /// <summary>
    /// Records a faulty link. The chain may continue from any of these, the likeliest first, or as if the link did not exist.
    /// </summary>
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
