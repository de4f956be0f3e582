namespace Township.Auditing;

/// <summary>
/// Computes the facts of a commit again from the streams that they are about: at the version at which they were captured and, for guarded
/// facts, right before the commit. See docs/audit.md for what that proves.
/// </summary>
/// <param name="reader">The store.</param>
/// <param name="types">The kinds of aggregates, by category.</param>
/// <param name="states">The known states right before the commit.</param>
sealed class FactCheck(IEventReader reader, IReadOnlyDictionary<string, IAggregateType> types, StateCache states)
{
    // The state of the other stream at the captured version and right before the commit, and when the version after
    // the captured one was decided.
    sealed record Look(KnownState? AtVersion, KnownState Before, DateTimeOffset? SupersededAt);

    /// <summary>Checks all facts of a commit.</summary>
    /// <param name="commit">The commit; its facts must be readable.</param>
    /// <param name="versionOf">Returns the version of another stream right before the commit; null when it is unknown because rows are
    /// missing, in which case it is looked up.</param>
    /// <param name="isTrusted">Returns whether no fault was found in another stream so far; its faults are reported there.</param>
    /// <param name="isAlone">Whether only single streams are verified.</param>
    /// <param name="onFault">Receives the faults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask Check(
        RecordedCommit commit, Func<StreamId, long?> versionOf, Func<StreamId, bool> isTrusted, bool isAlone, Action<Fault> onFault,
        CancellationToken cancellationToken)
    {
        foreach (var fact in commit.Facts)
        {
            if (!isTrusted(fact.Stream)) continue;
            var type = types.GetValueOrDefault(fact.Stream.Category);
            if (type?.FactNames.Any(f => (f.Name, f.Schema) == (fact.Name, fact.Schema)) is not true)
            {
                onFault(HistoryFaults.FactUnknown.At(
                    FaultLocation.Of(commit), string.Join(", ", type?.FactNames.Select(f => f.Name).Distinct() ?? []),
                    $"{fact.Name} ({fact.Schema})"));
                continue;
            }

            try
            {
                // Nearly always the fact is of the newest version, whose state is cached.
                var newest = fact.Version == 0 && versionOf(fact.Stream) == 0 ? new(type.Initial, 0) : states.Newest(fact.Stream);
                if (newest?.Version == fact.Version && versionOf(fact.Stream) == fact.Version)
                    SaysSo(commit, fact, newest.Fact(type, fact), onFault);
                else if (await LookUp(commit, fact, type, cancellationToken) is var look
                    && (look.AtVersion is not null || isAlone || versionOf(fact.Stream) is not null))
                    Judge(commit, fact, type, look, onFault);
            }
            catch (Exception e) when (e is FoldException or StoreCorruptException)
            {
                // A pass over the whole store reports the damage at its own place.
                if (isAlone) onFault(HistoryFaults.FactUncheckable.At(FaultLocation.Of(commit), "—", e.Message, Name(fact)));
            }
        }
    }

    static void Judge(RecordedCommit commit, CapturedFact fact, IAggregateType type, Look look, Action<Fault> onFault)
    {
        var location = FaultLocation.Of(commit);
        if (look.AtVersion is not { } captured)
        {
            onFault(HistoryFaults.FactVersion.At(location, look.Before.Version, fact.Version, Name(fact)));
            return;
        }

        if (!SaysSo(commit, fact, captured.Fact(type, fact), onFault)) return;
        if (fact.Guarded && look.Before.Fact(type, fact) is var now && now != fact.Data)
            onFault(HistoryFaults.GuardBroken.At(location, now, fact.Data, Name(fact)));
        if (!fact.Guarded && look.SupersededAt is { } at && at < commit.DecidedAt - VerificationOptions.FactAge)
            onFault(HistoryFaults.FactStale.At(location, $"{commit.DecidedAt:O}", $"{at:O}", Name(fact)));
    }

    static bool SaysSo(RecordedCommit commit, CapturedFact fact, JsonBytes said, Action<Fault> onFault)
    {
        if (said == fact.Data) return true;
        var member = JsonDiff.Between(said, fact.Data) is [{ Path.Length: > 0 } first, ..] ? $"{Name(fact)}, {first.Path}" : Name(fact);
        onFault(HistoryFaults.FactDiffers.At(FaultLocation.Of(commit), said, fact.Data, member));
        return false;
    }

    async ValueTask<Look> LookUp(RecordedCommit commit, CapturedFact fact, IAggregateType type, CancellationToken cancellationToken)
    {
        var (state, version) = (type.Initial, 0L);
        var atVersion = fact.Version == 0 ? new KnownState(state, 0) : null;
        DateTimeOffset? supersededAt = null;
        await foreach (var earlier in reader.ReadStream(fact.Stream, StreamRange.All, cancellationToken))
        {
            if (earlier.Position >= commit.Position) break;
            if (earlier.PreviousVersion != version)
                throw new StoreCorruptException($"{fact.Stream}: version {version} is followed by version {earlier.FirstVersion}.");
            if (earlier.PreviousVersion == fact.Version) supersededAt = earlier.DecidedAt;
            foreach (var e in earlier.Events) state = type.Fold(state, fact.Stream, ++version, e);
            if (version == fact.Version) atVersion = new(state, version);
        }

        return new(atVersion, new(state, version), supersededAt);
    }

    static string Name(CapturedFact fact) => $"{fact.Name} ({fact.Stream})";
}
