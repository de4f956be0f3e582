using Orleans.Concurrency;

namespace Township.EventSourcing;

/// <summary>How one aggregate grain reads facts of another for its decisions. Not for clients: it asks for no rights.</summary>
[Alias("township.fact-source")]
public interface IFactSource : IGrainWithStringKey
{
    /// <summary>Durable facts, all of one moment, in the order of <paramref name="wanted"/>.</summary>
    /// <exception cref="AggregateFailureException">The aggregate offers no such fact in a schema version that the reader knows.</exception>
    [ReadOnly, Alias("read")]
    Task<FactsRead> Read(FactWanted[] wanted, CancellationToken cancellationToken = default);
}

/// <summary>A fact that is wanted.</summary>
/// <param name="Name">Its stored name.</param>
/// <param name="Schema">The newest schema version that the reader knows.</param>
[GenerateSerializer, Immutable, Alias("township.fact-wanted")]
public readonly record struct FactWanted(string Name, int Schema);

/// <summary>Facts of one stream.</summary>
/// <param name="Version">The version for which they hold; 0 when nothing has happened yet.</param>
/// <param name="Hash">The stream's hash chain at that version.</param>
/// <param name="Facts">One for each that was wanted, in that order.</param>
[GenerateSerializer, Immutable, Alias("township.facts-read")]
public sealed record FactsRead(long Version, ReadOnlyMemory<byte> Hash, FactRead[] Facts);

/// <summary>A fact.</summary>
/// <param name="Schema">Its schema version.</param>
/// <param name="Data">UTF-8 JSON.</param>
[GenerateSerializer, Immutable, Alias("township.fact-read")]
public readonly record struct FactRead(int Schema, ReadOnlyMemory<byte> Data);
