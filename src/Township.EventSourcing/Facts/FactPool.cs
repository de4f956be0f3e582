namespace Township.EventSourcing;

/// <summary>
/// The facts captured so far for one decision. Which facts a decider asks for may depend on other facts, so it is asked again with the
/// known ones until it asks for nothing new.
/// </summary>
sealed class FactPool(EquatableList<CapturedFact> captured)
{
    // Created with the first fact, because most commands need none.
    Dictionary<(string Name, StreamId Stream), CapturedFact>? _captured =
        captured.Count == 0 ? null : captured.ToDictionary(f => (f.Name, f.Stream));
    Dictionary<StreamId, StreamHead>? _heads;

    public FactPool() : this([])
    {
    }

    /// <summary>Returns the head of a stream when its facts were captured.</summary>
    public StreamHead HeadOf(StreamId stream) => _heads![stream];

    /// <summary>
    /// Returns the facts that a decider asks for and that have been captured, and its requests that have not. When none are missing, these
    /// are exactly the facts that a decision on the same state and context depends on.
    /// </summary>
    public (Facts Facts, IReadOnlyList<FactRequest> Missing) Gather(StreamId asking, Func<Facts, IEnumerable<FactRequest>> needs)
    {
        var facts = Facts.None;
        while (true)
        {
            var (known, missing) = (facts, default(List<FactRequest>));
            foreach (var request in needs(facts))
            {
                if (known.Find(request, asking) is { } found && (found.Guarded || !request.IsGuarded)) continue;
                if (_captured?.GetValueOrDefault((request.Name, request.StreamFor(asking))) is { } fact) known = known.With(request, fact);
                else (missing ??= []).Add(request);
            }

            if (missing is not null || ReferenceEquals(known, facts)) return (known, missing ?? []);
            facts = known;
        }
    }

    /// <summary>Captures the missing facts, with one call per stream.</summary>
    public async Task Capture(IReadOnlyList<FactRequest> missing, StreamId asking, IFactReader reader, CancellationToken cancellationToken)
    {
        (_captured, _heads) = (_captured ?? [], _heads ?? []);
        // Facts of one stream must be of the same version: those already known are read again together with the new ones.
        var before = _captured.Values.ToLookup(f => f.Stream, f => new WantedFact(f.Name, f.Schema));
        var reads = missing.GroupBy(r => r.StreamFor(asking), r => new WantedFact(r.Name, r.Type.Schema)).Select(async stream =>
        {
            var wanted = stream.Concat(before[stream.Key]).DistinctBy(w => w.Name).ToEquatableList();
            return (Stream: stream.Key, Wanted: wanted, Facts: await reader.Read(stream.Key, wanted, cancellationToken));
        });
        foreach (var (stream, wanted, facts) in await Task.WhenAll(reads))
        {
            _heads[stream] = facts.Head;
            foreach (var (fact, (schema, data)) in wanted.Zip(facts.Items))
                _captured[(fact.Name, stream)] = new(fact.Name, schema, stream, facts.Head.Version, Guarded: false, data);
        }
    }
}
