using System.Text.Json;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Work;

namespace Township.LoadTest.Comparing;

/// <summary>A silo with aggregates that another silo hosts too. What is stored is read from the store itself.</summary>
sealed class TownshipRival : IRival
{
    readonly LoadedSilo _silo;
    readonly LedgerReference[] _ledgers;
    int _conflicts;

    TownshipRival(LoadedSilo silo, int ledgers) => (_silo, _ledgers) = (silo, LedgerReference.Of(silo.Grains, "rival", ledgers));

    public string Version => TownshipPeer.OwnVersion;

    public static async Task<TownshipRival> Start(RivalOrder order) => new(await LoadedSilo.Start(StoreProviders.Postgres, order.ConnectionString), order.Ledgers);

    public async Task Enter(int ledger, int number)
    {
        try
        {
            await _ledgers[ledger].Enter(number, "rival");
        }
        catch (AggregateFailureException e) when (e.Kind == FailureKind.Conflict)
        {
            Interlocked.Increment(ref _conflicts);
            throw;
        }
    }

    public async Task<IReadOnlyCollection<int>> Numbers(int ledger)
    {
        await _ledgers[ledger].Look();
        return await _silo.Store.ReadStream(_ledgers[ledger].Stream, StreamRange.All)
            .SelectMany(commit => commit.Events.Select(e => JsonDocument.Parse(e.Data.Memory).RootElement.GetProperty("amount").GetInt32()))
            .ToListAsync();
    }

    public Task<int> Conflicts(int ledger) => Task.FromResult(ledger == 0 ? _conflicts : 0);

    public ValueTask DisposeAsync() => _silo.DisposeAsync();
}
