namespace Township.Auditing;

/// <summary>The result of checking a commit against its stream's chain.</summary>
/// <param name="Sound">Whether the commit is the next one of its stream and has the correct hash.</param>
/// <param name="Actual">The hash computed from its content; null when its predecessor is unknown.</param>
readonly record struct StreamLink(bool Sound, CommitHash? Actual);

/// <summary>Tracks one stream during a verification, commit by commit.</summary>
sealed class StreamTrack(StreamHead? listed)
{
    readonly Chain _chain = new();
    long _decidedAt = long.MinValue;

    /// <summary>Whether a fault was found in this stream. It is then not checked further, which would only repeat the fault.</summary>
    public bool Faulty { get; private set; }

    /// <summary>Whether the stream has content that this program does not know. Its chain is still checked.</summary>
    public bool Unknown { get; private set; }

    /// <summary>The version after the last commit.</summary>
    public long Version { get; private set; }

    /// <summary>The version after the last commit that was stored when the store's list of streams was read.</summary>
    public long VersionWhenListed { get; private set; }

    /// <summary>Checks that the commit is the next one.</summary>
    public StreamLink Check(RecordedCommit commit, ContentFindings content, long listedUpTo, Action<Fault> onFault)
    {
        var link = CheckChain(commit, content, onFault);
        if (!content.IsReadable) Faulty = true;
        if (!Faulty) CheckTime(commit, onFault);
        Version = commit.LastVersion;
        if (commit.Position <= listedUpTo) VersionWhenListed = Version;
        if (!Faulty && listed is not null && Version == listed.Version && !listed.Hash.Equals(commit.Hash))
            Report(HistoryFaults.StreamHead.At(FaultLocation.Of(commit), commit.Hash, listed.Hash), onFault);
        return link;
    }

    /// <summary>Checks, after the last commit, that the stream ends where the store's list of streams says.</summary>
    public void CheckListing(StreamId stream, Action<Fault> onFault)
    {
        if (Faulty || (listed?.Version ?? 0) is var version && version >= VersionWhenListed && version <= Version) return;
        Report(HistoryFaults.StreamHead.At(new(stream, VersionWhenListed, null), VersionWhenListed, version), onFault);
    }

    /// <summary>Records a fault that was found elsewhere.</summary>
    public void Report(Fault fault, Action<Fault> onFault)
    {
        if (fault.NotKnown) Unknown = true;
        else Faulty = true;
        onFault(fault);
    }

    StreamLink CheckChain(RecordedCommit commit, ContentFindings content, Action<Fault> onFault)
    {
        if (!_chain.GoesOnFrom(commit.PreviousVersion))
        {
            Report(HistoryFaults.Version.At(FaultLocation.Of(commit), _chain.Number + 1, commit.FirstVersion), onFault);
            _chain.ContinueFromAny(
                [commit.LastVersion, _chain.Number + commit.Content.EventCount, _chain.Number], [commit.Hash, _chain.Hash]);
            return new(Sound: false, null);
        }

        if (_chain.Predecessor(commit.HasHashAfter) is not null)
        {
            _chain.Continue(commit.LastVersion, commit.Hash);
            if (content.EventCount is { } count && count != commit.Content.EventCount)
                _chain.ContinueFromAny([commit.PreviousVersion + count], []);
            return new(Sound: true, commit.Hash);
        }

        var actual = CommitHash.OfCommit(_chain.Hash, commit.Stream, commit.FirstVersion, commit.Content);
        Report(HistoryFaults.CommitHash.At(FaultLocation.Of(commit), actual, commit.Hash), onFault);
        var counted = commit.PreviousVersion + (content.EventCount ?? commit.Content.EventCount);
        _chain.ContinueFromAny([commit.LastVersion, counted, _chain.Number], [commit.Hash, actual, _chain.Hash]);
        return new(Sound: false, actual);
    }

    void CheckTime(RecordedCommit commit, Action<Fault> onFault)
    {
        if (commit.Content.DecidedAtMicros < _decidedAt)
            Report(
                HistoryFaults.DecidedAt.At(FaultLocation.Of(commit), $"{Micros.ToMoment(_decidedAt):O}", $"{commit.DecidedAt:O}"), onFault);
        _decidedAt = Math.Max(_decidedAt, commit.Content.DecidedAtMicros);
    }
}
