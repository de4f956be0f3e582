namespace Township.EventSourcing;

/// <summary>How a vault came to its history; kept in the vault for ever.</summary>
/// <param name="History">Whose keys it keeps.</param>
/// <param name="FirstGeneration">Keys made from then on are numbered from here, and beyond all that the vault has.</param>
/// <param name="By">Who decided it, an operator's name; <see cref="Program"/> where nobody had to.</param>
/// <param name="Reason">Why. It stays: nothing personal belongs in it.</param>
/// <param name="At">When, UTC.</param>
public sealed record VaultAdoption(HistoryId History, int FirstGeneration, string By, string Reason, DateTimeOffset At)
{
    /// <summary>Who gives a new vault to a new store.</summary>
    public const string Program = "township";

    /// <summary>That a new store has been given a new vault.</summary>
    public static VaultAdoption OfNewStore(HistoryId history, DateTimeOffset at) => new(history, 1, Program, "a new store", at);
}
