namespace Township.LoadTest.Work;

/// <summary>A system under comparison: ledgers to which entries are added, one event each.</summary>
public interface IPeer : IAsyncDisposable
{
    /// <summary>What it is, with the versions that matter.</summary>
    string Version { get; }

    /// <summary>References to ledgers; nothing is loaded by this.</summary>
    IPeerLedger[] Ledgers(string prefix, int count);
}

public interface IPeerLedger
{
    /// <summary>Adds an entry; durable when it returns.</summary>
    Task Enter(int number, string text);

    /// <summary>What it holds, loaded when it is nowhere in memory.</summary>
    Task<LedgerSum> Look();
}

/// <summary>The fold of a ledger's events.</summary>
/// <param name="Entries">How many.</param>
/// <param name="Total">The sum of their numbers.</param>
public readonly record struct LedgerSum(int Entries, long Total);
