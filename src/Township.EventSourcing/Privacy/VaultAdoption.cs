namespace Township.EventSourcing;

/// <summary>The record that a vault was assigned to a history; kept in the vault permanently.</summary>
/// <param name="History">The history whose keys the vault keeps.</param>
/// <param name="FirstGeneration">The lowest generation of keys created from then on; they are also above all generations that the
/// vault already has.</param>
/// <param name="By">The operator who decided it; <see cref="Program"/> for a new store.</param>
/// <param name="Reason">The reason. It is never erased, so it must not hold personal data.</param>
/// <param name="At">When, UTC.</param>
public sealed record VaultAdoption(HistoryId History, int FirstGeneration, string By, string Reason, DateTimeOffset At)
{
    /// <summary>The value of <see cref="By"/> when a new store was assigned a new vault.</summary>
    public const string Program = "township";

    /// <summary>Returns the record for a new store with a new vault.</summary>
    public static VaultAdoption OfNewStore(HistoryId history, DateTimeOffset at) => new(history, 1, Program, "a new store", at);
}
