namespace Township.LoadTest.Peers;

/// <summary>A cluster of one silo, which hosts grains that another one hosts too.</summary>
sealed class JournaledRival : IRival
{
    readonly JournalSilo _silo;

    JournaledRival(JournalSilo silo, Journal journal) => (_silo, Version) = (silo, journal.Version());

    public string Version { get; }

    public static async Task<JournaledRival> Start(Journal journal, RivalOrder order, int side) =>
        new(await JournalSilo.Start(journal, order.ConnectionString, order.SameCluster ? "split" : $"split-{side}"), journal);

    public Task Enter(int ledger, int number) => Roster(ledger).Enter(number);

    public async Task<IReadOnlyCollection<int>> Numbers(int ledger) => await Roster(ledger).Numbers();

    public Task<int> Conflicts(int ledger) => Roster(ledger).Conflicts();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    IJournaledRoster Roster(int ledger) => _silo.Grains.GetGrain<IJournaledRoster>(ledger);
}
