namespace Township.EventSourcing;

/// <summary>Reads facts from the other aggregate's grain. A stream's name is its grain's id.</summary>
sealed class GrainFactReader(IGrainFactory grains) : IFactReader
{
    public async Task<StreamFacts> Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var source = grains.GetGrain<IFactSource>(GrainId.Create(stream.Category, stream.Key));
        var read = await source.Read([.. wanted.Select(w => new FactWanted(w.Name, w.Schema))], cancellationToken);
        return new(new(stream, read.Version, new(read.Hash.Span)), [.. read.Facts.Select(f => (f.Schema, new JsonBytes(f.Data)))]);
    }
}
