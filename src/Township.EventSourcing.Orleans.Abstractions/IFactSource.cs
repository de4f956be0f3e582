using Orleans.Concurrency;

namespace Township.EventSourcing;

/// <summary>Lets an aggregate grain read facts of another one for its decisions. Not for clients: it checks no rights.</summary>
[Alias("township.fact-source")]
public interface IFactSource : IGrainWithStringKey
{
    /// <summary>Returns facts of the durable state, all at the same version, in the order of <paramref name="wanted"/>.</summary>
    /// <exception cref="AggregateFailureException">The aggregate does not offer a fact in a schema version that
    /// the reader knows.</exception>
    [ReadOnly, Alias("read")]
    Task<FactsRead> Read(FactWanted[] wanted, CancellationToken cancellationToken = default);
}

/// <summary>A fact to read.</summary>
/// <param name="Name">Its stored name.</param>
/// <param name="Schema">The newest schema version that the reader knows.</param>
[GenerateSerializer, Immutable, Alias("township.fact-wanted")]
public readonly record struct FactWanted(string Name, int Schema);

/// <summary>Facts of one stream.</summary>
/// <param name="Version">The version at which they hold; 0 when the stream has no events.</param>
/// <param name="Hash">The stream's hash chain at that version.</param>
/// <param name="Facts">One fact for each wanted fact, in the same order.</param>
[GenerateSerializer, Immutable, Alias("township.facts-read")]
public sealed record FactsRead(long Version, ReadOnlyMemory<byte> Hash, FactRead[] Facts);

/// <summary>A fact.</summary>
/// <param name="Schema">Its schema version.</param>
/// <param name="Data">UTF-8 JSON.</param>
[GenerateSerializer, Immutable, Alias("township.fact-read")]
public readonly record struct FactRead(int Schema, ReadOnlyMemory<byte> Data);
