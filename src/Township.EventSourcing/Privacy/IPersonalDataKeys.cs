namespace Township.EventSourcing;

/// <summary>
/// The vault: one secret per person and township, apart from the history that holds what the secrets seal. Erasing a
/// person's secret makes everything sealed with it unreadable, wherever it is. Implementations are thread-safe, may be
/// used by several processes at once, and never give out a secret before it is durable.
/// </summary>
public interface IPersonalDataKeys : IAsyncDisposable
{
    /// <summary>
    /// The key for new texts about a person. There is one at a time: whoever asks first makes it, also among rivals; after an erasure
    /// a next generation is made.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now. Nothing was given out.</exception>
    Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default);

    /// <summary>The key of a generation, erased or not; null when the vault has never had it.</summary>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now.</exception>
    Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default);

    /// <summary>
    /// Destroys the person's key and keeps who asked for it, when and why. What was erased before stays as it was recorded.
    /// </summary>
    /// <returns>Whether there was a key to destroy.</returns>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now; ask again.</exception>
    Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default);

    /// <summary>How the vault came to its history, oldest first; none for a new vault. All are of one history.</summary>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now.</exception>
    Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives the vault to a history, unless it keeps the keys of another one; a vault never changes its history. See
    /// <see cref="VaultOwnership"/>.
    /// </summary>
    /// <returns>Whether it was; false also when somebody else was faster.</returns>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now; ask again.</exception>
    Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default);

    /// <summary>All keys of a township, without their secrets, by subject (in the order of its UTF-8 bytes) and generation.</summary>
    /// <exception cref="StoreUnavailableException">The vault cannot be used now.</exception>
    IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default);
}

/// <summary>A person within a township.</summary>
/// <param name="Township">The township; the same id in another one is another person.</param>
/// <param name="Subject">The person's id, for example <c>c-017</c>.</param>
public sealed record DataSubject(string Township, string Subject);

/// <summary>Why a person's texts cannot be read any more.</summary>
/// <param name="By">Who erased them, an actor's subject or an operator's name.</param>
/// <param name="Reason">On which request and legal basis. It stays: nothing personal belongs in it.</param>
/// <param name="At">When, UTC.</param>
public sealed record Erasure(string By, string Reason, DateTimeOffset At);

/// <summary>What a vault tells of a key.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="Generation">Its number: higher than those of the person's keys before, and never used twice for one person.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="Erasure">How it ended; null while it is in use.</param>
public sealed record PersonalDataRecord(DataSubject Subject, int Generation, DateTimeOffset CreatedAt, Erasure? Erasure);
