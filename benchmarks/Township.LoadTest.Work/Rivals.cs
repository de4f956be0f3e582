namespace Township.LoadTest.Work;

/// <summary>Two silos that know nothing of each other host the same ledgers, as the two halves of a split cluster do.</summary>
/// <param name="ConnectionString">Their common database.</param>
/// <param name="Ledgers">How many are hosted twice.</param>
/// <param name="Commands">How many numbers each silo is sent.</param>
/// <param name="InFlight">Numbers sent to each silo and not yet answered.</param>
/// <param name="SameCluster">Whether both go by the id of the same cluster, as halves do, or by ids of their own.</param>
public sealed record RivalOrder(string ConnectionString, int Ledgers, int Commands, int InFlight, bool SameCluster);

/// <summary>One of the silos.</summary>
public interface IRival : IAsyncDisposable
{
    string Version { get; }

    /// <summary>Enters a number; durable when it returns.</summary>
    Task Enter(int ledger, int number);

    /// <summary>The numbers that a ledger holds.</summary>
    Task<IReadOnlyCollection<int>> Numbers(int ledger);

    /// <summary>How many writes of this silo the storage has refused so far because the other one had been there.</summary>
    Task<int> Conflicts(int ledger);
}

/// <summary>What became of the numbers.</summary>
/// <param name="Version">What it is, with the versions that matter.</param>
/// <param name="Acknowledged">Were answered as entered.</param>
/// <param name="Errors">Were answered with an error.</param>
/// <param name="Conflicts">Refused writes that the grains saw.</param>
/// <param name="Stored">Different numbers that a fresh silo finds.</param>
/// <param name="Lost">Acknowledged and not stored.</param>
/// <param name="Doubled">Stored more than once.</param>
/// <param name="Unanswered">Stored although the answer was an error.</param>
/// <param name="FirstError">What the first client to get an error read.</param>
public sealed record RivalResult(string Version, int Acknowledged, int Errors, int Conflicts, int Stored, int Lost, int Doubled, int Unanswered, string? FirstError);
