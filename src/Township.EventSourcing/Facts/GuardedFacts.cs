using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>
/// Makes the guards of a decision's guarded facts. When a guarded stream has moved on, the store asks whether the facts still
/// say the same: the commits since are folded, and the facts worked out again. The states of the streams that were asked about
/// last are kept. Thread-safe.
/// </summary>
sealed class GuardedFacts(IEventReader store, IReadOnlyList<IAggregateType> aggregates)
{
    const int MostStates = 256;

    readonly Dictionary<string, IAggregateType> _types = aggregates.ToDictionary(a => a.Category, StringComparer.Ordinal);
    readonly Lock _lock = new();
    readonly Dictionary<StreamId, (StreamHead Head, object State)> _states = [];

    /// <summary>One guard for each stream with guarded facts.</summary>
    public IReadOnlyList<Guard> GuardsOf(Facts facts, FactPool pool)
    {
        if (facts.Count == 0) return [];
        return [.. facts.Captured.Where(f => f.Guarded).GroupBy(f => f.Stream).Select(stream =>
        {
            var (head, guarded) = (pool.HeadOf(stream.Key), stream.ToList());
            return new Guard(head, _types.GetValueOrDefault(stream.Key.Category) is { } type ? since => StillSaid(type, head, guarded, since) : null);
        })];
    }

    bool StillSaid(IAggregateType type, StreamHead head, List<CapturedFact> guarded, IReadOnlyList<CommitContent> since)
    {
        try
        {
            lock (_lock)
            {
                var state = StateAt(type, head);
                var version = head.Version;
                foreach (var content in since)
                    foreach (var e in CommitJson.ReadEvents(content.Events)) state = type.Fold(state, head.Stream, ++version, e);
                return guarded.All(f => type.WriteFact(state, head.Stream, f.Name, f.Schema) == f.Data);
            }
        }
        catch (Exception e) when (e is FoldException or EventStoreException or UnknownMessageException or JsonException)
        {
            // Nothing can be told: the command is decided again, and whoever captures the fact meets the same failure.
            return false;
        }
    }

    object StateAt(IAggregateType type, StreamHead head)
    {
        if (_states.Count >= MostStates && !_states.ContainsKey(head.Stream)) _states.Clear();
        var kept = _states.GetValueOrDefault(head.Stream, (new(head.Stream, 0, CommitHash.Zero), type.Initial));
        var (reached, state) = kept.Item1.Version <= head.Version ? Fold(type, kept, head.Version) : kept;
        // Another history, after a fail-over or a restore: what was kept belongs to the old one.
        if (reached != head) (reached, state) = Fold(type, (new(head.Stream, 0, CommitHash.Zero), type.Initial), head.Version);
        if (reached != head) throw new StoreUnavailableException($"{head.Stream} is not at version {head.Version} as it was.");
        _states[head.Stream] = (reached, state);
        return state;
    }

    // On the store's writing thread, which waits for nothing else meanwhile.
    (StreamHead Head, object State) Fold(IAggregateType type, (StreamHead Head, object State) from, long upTo)
    {
        var (head, state) = from;
        foreach (var commit in store.ReadStream(head.Stream, new(head.Version + 1, upTo)).ToBlockingEnumerable())
        {
            if (!commit.HasHashAfter(head.Hash)) return (head, state);
            var version = head.Version;
            foreach (var e in commit.Events) state = type.Fold(state, head.Stream, ++version, e);
            head = commit.StreamHead;
        }

        return (head, state);
    }
}
