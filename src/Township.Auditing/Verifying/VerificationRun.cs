namespace Township.Auditing;

/// <summary>The state of one verification, and the steps of checking one commit.</summary>
sealed class VerificationRun(IEventReader reader, CommitJudge judge, Action<Fault> onFault)
{
    readonly Dictionary<StreamId, StreamHead> _listed = [];
    readonly Dictionary<StreamId, StreamTrack> _tracks = [];
    bool _listReadable = true;
    long _events, _faults, _notKnown;

    /// <summary>The head of the store's log when the run began, as the store states it.</summary>
    public LogHead Before { get; private set; } = new(0, CommitHash.Zero);

    /// <summary>The id of the store's history, as the store states it; null when it states none.</summary>
    public HistoryId? History { get; private set; }

    public long Commits { get; private set; }

    public void Report(Fault fault)
    {
        if (fault.NotKnown) _notKnown++;
        else _faults++;
        onFault(fault);
    }

    /// <summary>
    /// Reads the store's own statements before its commits: the run must then find everything they state, even
    /// while a silo goes on writing.
    /// </summary>
    public async Task ReadListing(CancellationToken cancellationToken)
    {
        try
        {
            History = await reader.ReadHistory(cancellationToken);
        }
        catch (StoreCorruptException damage)
        {
            Report(HistoryFaults.Storage.At(default, "—", damage.Message));
        }

        try
        {
            Before = await reader.ReadLogHead(cancellationToken);
            await foreach (var head in reader.ListStreams(cancellationToken: cancellationToken)) _listed[head.Stream] = head;
        }
        catch (StoreCorruptException damage)
        {
            _listReadable = false;
            _listed.Clear();
            Report(HistoryFaults.ListUnreadable.At(default, "—", damage.Message));
        }
    }

    /// <summary>Reads the store's statements about one stream.</summary>
    public async Task ReadListing(StreamId stream, CancellationToken cancellationToken)
    {
        Before = await reader.ReadLogHead(cancellationToken);
        _listed[stream] = await reader.ReadHead(stream, cancellationToken);
        _tracks.TryAdd(stream, new(_listed[stream]));
    }

    /// <summary>
    /// Returns the point that the run must pass; null when it was noted from another history, which is a fault of its own.
    /// </summary>
    public LogHead? PointOf(Checkpoint? noted)
    {
        if (noted is null || History is not { } history || noted.History == history) return noted?.Head;
        Report(HistoryFaults.History.At(default, noted.History, history));
        return null;
    }

    public async ValueTask Check(RecordedCommit commit, LogTrack? log, CancellationToken cancellationToken)
    {
        Commits++;
        _events += commit.Content.EventCount;
        var content = ContentFindings.Of(commit, Report);
        var track = TrackOf(commit.Stream);
        var link = track.Check(commit, content, Before.Position, Report);
        log?.Check(commit, link, Report);
        if (track.Faulty) return;
        await judge.CheckCommand(commit, Report, cancellationToken);
        await judge.CheckFacts(
            commit, s => log is { HasGaps: false } ? VersionOf(s) : null, s => VersionOf(s) is not null, log is null, Report,
            cancellationToken);
        await judge.CheckRules(commit, track, Report, cancellationToken);
    }

    /// <summary>Returns the version that a stream has reached; null when that cannot be trusted.</summary>
    public long? VersionOf(StreamId stream) =>
        !_tracks.TryGetValue(stream, out var track) ? 0 : track.Faulty ? null : track.Version;

    public void CheckListing()
    {
        if (!_listReadable) return;
        foreach (var stream in _listed.Keys) TrackOf(stream);
        foreach (var stream in _tracks.Keys) CheckListing(stream);
    }

    public void CheckListing(StreamId stream) => _tracks[stream].CheckListing(stream, Report);

    public VerificationTotals Totals(Checkpoint? head) =>
        new(Commits, _events, _tracks.Count, _faults, judge.Upcast, head, judge.Journaled, _notKnown);

    StreamTrack TrackOf(StreamId stream)
    {
        if (!_tracks.TryGetValue(stream, out var track)) _tracks.Add(stream, track = new(_listed.GetValueOrDefault(stream)));
        return track;
    }
}
