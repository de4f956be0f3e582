namespace Township.Auditing;

/// <summary>The checks of one commit that need more than its own bytes: the store's indexes, the aggregate and other streams.</summary>
sealed class CommitJudge
{
    readonly IEventReader _reader;
    readonly VerificationOptions _options;
    readonly Dictionary<string, IAggregateType> _types;
    readonly StateCache _states;
    readonly FactCheck _facts;

    public CommitJudge(IEventReader reader, IReadOnlyList<IAggregateType> aggregates, VerificationOptions options)
    {
        (_reader, _options) = (reader, options);
        _types = aggregates.ToDictionary(a => a.Category, StringComparer.Ordinal);
        _states = new(reader, options.CachedStates);
        _facts = new(reader, _types, _states);
    }

    /// <summary>Commits whose events were brought to the current schema version before they were compared.</summary>
    public long Upcast { get; private set; }

    /// <summary>Commits of journaled grains, which this program has no rules to fold.</summary>
    public long Journaled { get; private set; }

    /// <summary>Computes the captured facts again. Call it before <see cref="CheckRules"/>, which advances the states.</summary>
    public ValueTask CheckFacts(
        RecordedCommit commit, Func<StreamId, long?> versionOf, Func<StreamId, bool> isTrusted, bool isAlone,
        Action<Fault> onFault, CancellationToken cancellationToken) =>
        _facts.Check(commit, versionOf, isTrusted, isAlone, onFault, cancellationToken);

    /// <summary>Checks that the store finds this commit, and no other, by its command.</summary>
    public async ValueTask CheckCommand(RecordedCommit commit, Action<Fault> onFault, CancellationToken cancellationToken)
    {
        var (location, id) = (FaultLocation.Of(commit), commit.Content.CommandId);
        try
        {
            var found = await _reader.FindCommand(commit.Stream, id, cancellationToken);
            if (found is null) onFault(HistoryFaults.CommandIndex.At(location, id, "—"));
            else if (found.Position != commit.Position)
                onFault(HistoryFaults.CommandTwice.At(
                    location, Math.Min(found.Position, commit.Position), Math.Max(found.Position, commit.Position), id.ToString()));
        }
        catch (StoreCorruptException damage)
        {
            onFault(HistoryFaults.CommandIndex.At(location, id, damage.Message));
        }
    }

    /// <summary>Folds the commit, and decides it again if that was requested.</summary>
    public async ValueTask CheckRules(RecordedCommit commit, StreamTrack track, Action<Fault> onFault, CancellationToken cancellationToken)
    {
        if (track.Unknown) return;
        if (!_types.TryGetValue(commit.Stream.Category, out var type))
        {
            if (JournaledCommit.Is(commit.Content)) Journaled++;
            else
                track.Report(
                    HistoryFaults.UnknownCategory.At(FaultLocation.Of(commit), string.Join(", ", _types.Keys), commit.Stream.Category),
                    onFault);
            return;
        }

        try
        {
            var before = await _states.Before(commit, type, cancellationToken);
            if (_options.Redecide)
            {
                var redecision = Redecider.Redecide(type, before, commit);
                foreach (var fault in redecision.Faults) onFault(fault);
                if (redecision.Upcast) Upcast++;
            }

            _states.Fold(commit, type, before);
        }
        catch (FoldException e)
        {
            track.Report(FoldFaults.Of(commit, type, e), onFault);
        }
    }
}
