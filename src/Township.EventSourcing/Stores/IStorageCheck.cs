namespace Township.EventSourcing;

/// <summary>
/// A store that can check what the hash chain does not cover: the structure of its file, its indexes and redundant columns. Audit tools use it
/// in addition to recomputing the chain.
/// </summary>
public interface IStorageCheck
{
    /// <summary>What is wrong with the storage itself, one line each as the provider words it; empty when nothing is. Changes nothing.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    Task<IReadOnlyList<string>> CheckStorage(CancellationToken cancellationToken = default);
}
