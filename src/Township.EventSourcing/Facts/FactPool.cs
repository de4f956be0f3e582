namespace Township.EventSourcing;

/// <summary>
/// What has been captured for a decision so far, from which the facts that its decider asks for are taken. Which those are can
/// depend on the facts themselves: the decider is asked again with what is known until it wants nothing more.
/// </summary>
sealed class FactPool(EquatableList<CapturedFact> captured)
{
    // Made when the first fact comes: most commands need none.
    Dictionary<(string Name, StreamId Stream), CapturedFact>? _captured = captured.Count == 0 ? null : captured.ToDictionary(f => (f.Name, f.Stream));
    Dictionary<StreamId, StreamHead>? _heads;

    public FactPool() : this([])
    {
    }

    /// <summary>Where a stream stood when its facts were captured.</summary>
    public StreamHead HeadOf(StreamId stream) => _heads![stream];

    /// <summary>
    /// The facts that a decider asks for, as far as they have been captured, and the requests for which nothing has.
    /// Once there are none of those, these are exactly the facts that a decision on the same state and context rests on.
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

    /// <summary>Captures what is missing; several facts of one stream in one call.</summary>
    public async Task Capture(IReadOnlyList<FactRequest> missing, StreamId asking, IFactReader reader, CancellationToken cancellationToken)
    {
        (_captured, _heads) = (_captured ?? [], _heads ?? []);
        // Facts of one stream must be of one moment: what is known of it already is read once more with the new ones.
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
