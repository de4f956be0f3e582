namespace Township.EventSourcing;

/// <summary>A fact of another aggregate as it was captured for a decision, exactly as it is stored in the commit.</summary>
/// <param name="Name">The fact's stored name, <c>category.name</c>.</param>
/// <param name="Schema">The schema version of <paramref name="Data"/>.</param>
/// <param name="Stream">The stream that it is about.</param>
/// <param name="Version">The stream's version for which it holds; 0 when the stream did not exist.</param>
/// <param name="Guarded">Whether the commit could be appended only while the fact said the same.</param>
/// <param name="Data">The fact as JSON; <c>null</c> when the aggregate had nothing to say.</param>
public sealed record CapturedFact(string Name, int Schema, StreamId Stream, long Version, bool Guarded, JsonBytes Data);

/// <summary>Which fact of a stream is wanted, up to which schema version the reader understands it.</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Schema">The newest schema version that the reader knows.</param>
public readonly record struct WantedFact(string Name, int Schema);

/// <summary>Facts of one stream, all of the same moment.</summary>
/// <param name="Head">Where the stream stood; version 0 when it did not exist.</param>
/// <param name="Items">Schema version and JSON of each wanted fact, in the order in which they were wanted.</param>
public sealed record StreamFacts(StreamHead Head, EquatableList<(int Schema, JsonBytes Data)> Items);

/// <summary>Reads facts of other aggregates.</summary>
public interface IFactReader
{
    /// <summary>The durable facts of a stream now, all of one moment.</summary>
    /// <exception cref="UnknownMessageException">The aggregate offers no such fact.</exception>
    Task<StreamFacts> Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken = default);
}
