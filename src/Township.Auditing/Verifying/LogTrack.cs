namespace Township.Auditing;

/// <summary>Tracks the global order during a verification.</summary>
/// <param name="before">The head of the store's log when the verification began, as the store states it.</param>
/// <param name="checkpoint">An earlier head of the log, as an auditor noted it.</param>
sealed class LogTrack(LogHead before, LogHead? checkpoint)
{
    readonly Chain _chain = new();
    bool _predecessorUnknown;

    /// <summary>The last commit seen.</summary>
    public LogHead Head { get; private set; } = new(0, CommitHash.Zero);

    /// <summary>Whether rows are missing so far, so that their content is unknown.</summary>
    public bool HasGaps { get; private set; }

    /// <param name="commit">The next commit of the global order.</param>
    /// <param name="link">The result of checking its stream's hash chain.</param>
    /// <param name="onFault">Receives the faults.</param>
    public void Check(RecordedCommit commit, StreamLink link, Action<Fault> onFault)
    {
        var next = Head.Position + 1;
        var fits = _chain.Predecessor(
            p => Fits(commit, p, commit.Hash) || (link.Actual is not null && Fits(commit, p, link.Actual))) is not null;
        var blind = _predecessorUnknown || commit.Position != next;
        _predecessorUnknown = false;
        if (commit.Position != next) Gap(next, commit.Position, onFault);
        if (fits)
        {
            _chain.Continue(commit.Position, commit.LogHash);
        }
        else if (blind)
        {
            // A link cannot be checked without its predecessor; the next one can.
            _chain.ContinueFromAny([commit.Position], [commit.LogHash]);
        }
        else
        {
            var expected = CommitHash.OfLog(_chain.Hash, commit.Position, commit.Hash);
            onFault(HistoryFaults.LogHash.At(FaultLocation.Of(commit), expected, commit.LogHash));
            _chain.ContinueFromAny([commit.Position], [commit.LogHash, expected]);
            // A foreign row has replaced the true predecessor of the next one.
            _predecessorUnknown = !link.Sound;
        }

        Head = commit.LogHead;
        if (Head.Position == before.Position && Head != before)
            onFault(HistoryFaults.LogHead.At(FaultLocation.Of(commit), Head.LogHash, before.LogHash));
        if (Head.Position == checkpoint?.Position && Head != checkpoint)
            onFault(HistoryFaults.Checkpoint.At(FaultLocation.Of(commit), checkpoint.LogHash, Head.LogHash));
    }

    /// <summary>Records an unreadable row, so that it is not reported again as a gap.</summary>
    public void Skip(long position)
    {
        Head = new(position, CommitHash.Zero);
        HasGaps = _predecessorUnknown = true;
    }

    /// <summary>Checks, after the last commit, that no commits are missing at the end.</summary>
    public void CheckEnd(Action<Fault> onFault)
    {
        var end = new FaultLocation(null, null, Head.Position);
        if (Head.Position < before.Position) onFault(HistoryFaults.LogHead.At(end, Head.Position, before.Position));
        if (Head.Position < checkpoint?.Position) onFault(HistoryFaults.Checkpoint.At(end, checkpoint.Position, Head.Position));
    }

    void Gap(long expected, long found, Action<Fault> onFault)
    {
        HasGaps = true;
        onFault(HistoryFaults.Position.At(new(null, null, expected), expected, found));
    }

    static bool Fits(RecordedCommit commit, CommitHash previous, CommitHash hash) =>
        commit.LogHash.Equals(CommitHash.OfLog(previous, commit.Position, hash));
}
