namespace Township.EventSourcing;

/// <summary>A fact of another aggregate as it was captured for a decision, exactly as it is stored in the commit.</summary>
/// <param name="Name">The fact's stored name, <c>category.name</c>.</param>
/// <param name="Schema">The schema version of <paramref name="Data"/>.</param>
/// <param name="Stream">The stream that it is about.</param>
/// <param name="Version">The stream's version at which it was captured; 0 when the stream did not exist.</param>
/// <param name="Guarded">Whether the commit was appended only on the condition that the fact still had the same value.</param>
/// <param name="Data">The fact as JSON; <c>null</c> when the aggregate had no value for it.</param>
public sealed record CapturedFact(string Name, int Schema, StreamId Stream, long Version, bool Guarded, JsonBytes Data);

/// <summary>A fact to read, and the newest schema version that the reader understands.</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Schema">The newest schema version that the reader knows.</param>
public readonly record struct WantedFact(string Name, int Schema);

/// <summary>Facts of one stream, all captured at the same version.</summary>
/// <param name="Head">The head of the stream; version 0 when it did not exist.</param>
/// <param name="Items">The schema version and JSON of each wanted fact, in the requested order.</param>
public sealed record StreamFacts(StreamHead Head, EquatableList<(int Schema, JsonBytes Data)> Items);

/// <summary>Reads facts of other aggregates.</summary>
public interface IFactReader
{
    /// <summary>Reads facts of a stream's current durable state, all at the same version.</summary>
    /// <exception cref="UnknownMessageException">The aggregate does not offer a fact.</exception>
    Task<StreamFacts> Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken = default);
}
