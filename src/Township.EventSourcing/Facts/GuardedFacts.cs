using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>
/// Creates the guards of a decision's guarded facts. When a guarded stream has moved on, the store asks whether the facts still
/// have the same values: the newer commits are folded and the facts computed again. The states of the most recently used
/// streams are cached. Thread-safe.
/// </summary>
sealed class GuardedFacts(IEventReader store, IReadOnlyList<IAggregateType> aggregates)
{
    const int MostStates = 256;

    readonly Dictionary<string, IAggregateType> _types = aggregates.ToDictionary(a => a.Category, StringComparer.Ordinal);
    readonly Lock _lock = new();
    readonly Dictionary<StreamId, (StreamHead Head, object State)> _states = [];

    /// <summary>Returns one guard for each stream with guarded facts.</summary>
    public IReadOnlyList<Guard> GuardsOf(Facts facts, FactPool pool)
    {
        if (facts.Count == 0) return [];
        return [.. facts.Captured.Where(f => f.Guarded).GroupBy(f => f.Stream).Select(stream =>
        {
            var (head, guarded) = (pool.HeadOf(stream.Key), stream.ToList());
            return new Guard(
                head, _types.GetValueOrDefault(stream.Key.Category) is { } type ? since => StillSaid(type, head, guarded, since) : null);
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
            // The facts cannot be computed: the command is decided again, and capturing the facts reports the failure.
            return false;
        }
    }

    object StateAt(IAggregateType type, StreamHead head)
    {
        if (_states.Count >= MostStates && !_states.ContainsKey(head.Stream)) _states.Clear();
        var kept = _states.GetValueOrDefault(head.Stream, (new(head.Stream, 0, CommitHash.Zero), type.Initial));
        var (reached, state) = kept.Item1.Version <= head.Version ? Fold(type, kept, head.Version) : kept;
        // After a fail-over or a restore the stream may have another history: discard the cached state.
        if (reached != head) (reached, state) = Fold(type, (new(head.Stream, 0, CommitHash.Zero), type.Initial), head.Version);
        if (reached != head)
            throw new StoreUnavailableException(
                $"The history of {head.Stream} no longer has the commit that was read at version {head.Version}.");
        _states[head.Stream] = (reached, state);
        return state;
    }

    // Runs on the store's writing thread, which does nothing else meanwhile.
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
