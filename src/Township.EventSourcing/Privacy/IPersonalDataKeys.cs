namespace Township.EventSourcing;

/// <summary>
/// The vault: one secret per person and township, kept apart from the history that holds the sealed texts. Erasing a person's secret makes
/// everything sealed with it unreadable, wherever it is. Implementations are thread-safe, may be used by several processes at once, and
/// never return a secret before it is durable.
/// </summary>
public interface IPersonalDataKeys : IAsyncDisposable
{
    /// <summary>
    /// Returns the key for new texts about a person. There is one current key per person: the first caller creates it, also when several
    /// processes call at once; after an erasure the next generation is created.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The vault is not available. No key was returned.</exception>
    Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default);

    /// <summary>Returns the key of a generation, erased or not; null when the vault never had it.</summary>
    /// <exception cref="StoreUnavailableException">The vault is not available.</exception>
    Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default);

    /// <summary>
    /// Destroys the person's key, and records who requested it, when and why. Records of earlier erasures do not change.
    /// </summary>
    /// <returns>Whether there was a key to destroy.</returns>
    /// <exception cref="StoreUnavailableException">The vault is not available; try again.</exception>
    Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns how the vault was assigned to its history, oldest first; empty for a new vault. All records name the same history.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The vault is not available.</exception>
    Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default);

    /// <summary>
    /// Assigns the vault to a history, unless it keeps the keys of another one; a vault never changes its history. See
    /// <see cref="VaultOwnership"/>.
    /// </summary>
    /// <returns>Whether the vault was assigned; false also when another process was faster.</returns>
    /// <exception cref="StoreUnavailableException">The vault is not available; try again.</exception>
    Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns all keys of a township without their secrets, by subject (in the order of its UTF-8 bytes) and generation.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The vault is not available.</exception>
    IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default);
}

/// <summary>A person within a township.</summary>
/// <param name="Township">The township. The same id in another township is another person.</param>
/// <param name="Subject">The person's id, for example <c>c-017</c>.</param>
public sealed record DataSubject(string Township, string Subject);

/// <summary>The record of an erasure.</summary>
/// <param name="By">Who erased the key: an actor's subject or an operator's name.</param>
/// <param name="Reason">The request and its legal basis. It is never erased, so it must not hold personal data.</param>
/// <param name="At">When, UTC.</param>
public sealed record Erasure(string By, string Reason, DateTimeOffset At);

/// <summary>The public data of a key in a vault.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Generation">The number of the key: higher than those of the person's earlier keys, and never used
/// twice for one person.</param>
/// <param name="CreatedAt">When the key was created, UTC.</param>
/// <param name="Erasure">The erasure; null while the key is in use.</param>
public sealed record PersonalDataRecord(DataSubject Subject, int Generation, DateTimeOffset CreatedAt, Erasure? Erasure);
