using Orleans.Concurrency;

namespace Township.Privacy;

/// <summary>Erasing people's data on lawful request (§7, docs/privacy.md). Key: the township.</summary>
[Alias("personal-data")]
public interface IPersonalDataGrain : IGrainWithStringKey
{
    /// <summary>
    /// Destroys a person's key: names, numbers and free text about the person are unreadable from then on, for everybody and for good; the
    /// history stays as it is and verifies. Who asked, when and why stays on record with the vault. Silos that hold the key in memory still
    /// show the texts for as long as they keep keys (<c>Township:PersonalData:KeysKept</c>, default 30 s). By the office or a leader, never
    /// for themselves. Idempotent.
    /// </summary>
    /// <exception cref="AggregateFailureException">The vault cannot be used now; ask again.</exception>
    [Alias("erase")]
    Task<ErasureOutcome> Erase(ErasePerson request, CancellationToken cancellationToken = default);

    /// <summary>Whose data has been erased, by whom and why. For the office, leaders and auditors.</summary>
    /// <exception cref="QueryRefusedException">The caller may not see it.</exception>
    /// <exception cref="AggregateFailureException">The vault cannot be used now; ask again.</exception>
    [ReadOnly, Alias("erasures")]
    Task<EquatableList<ErasedPerson>> Erasures(CancellationToken cancellationToken = default);
}

/// <summary>A request to erase.</summary>
/// <param name="PersonId">Whose data; of people without an id in the township the id of what holds it, such as a reported issue.</param>
/// <param name="Reason">
/// On which request and legal basis, for example 2026 年第 7 号申请,个人信息保护法第四十七条. It is kept for ever: nothing personal belongs in it.
/// </param>
[GenerateSerializer, Immutable, Alias("personal-data.erase")]
public sealed record ErasePerson([Code, Text(StreamId.MaxIdLength)] string PersonId, [Text(1000, MultiLine = true)] string Reason);

/// <summary>What came of it.</summary>
/// <param name="Erased">Whether a key was destroyed; false when that had been done before, or it was refused.</param>
/// <param name="Refusal">Why not.</param>
[GenerateSerializer, Immutable, Alias("personal-data.outcome")]
public sealed record ErasureOutcome(bool Erased, Refusal? Refusal);

/// <summary>An erasure.</summary>
/// <param name="PersonId">Whose data.</param>
/// <param name="Generation">Which of the person's keys, from 1: a person can be written about again after an erasure.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who erased it.</param>
/// <param name="Reason">On which request and legal basis.</param>
[GenerateSerializer, Immutable, Alias("personal-data.erased")]
public sealed record ErasedPerson(string PersonId, int Generation, DateTimeOffset At, string By, string Reason);
