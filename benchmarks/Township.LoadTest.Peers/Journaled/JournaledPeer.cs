namespace Township.LoadTest.Peers;

/// <summary>A <c>JournaledGrain</c> over one of the log-consistency providers.</summary>
sealed class JournaledPeer : IPeer
{
    readonly JournalSilo _silo;

    JournaledPeer(JournalSilo silo, Journal journal) => (_silo, Version) = (silo, journal.Version());

    public string Version { get; }

    public static async Task<JournaledPeer> Start(Journal journal, WorkOrder work) => new(await JournalSilo.Start(journal, work.ConnectionString), journal);

    public IPeerLedger[] Ledgers(string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(n => new Ledger(_silo.Grains.GetGrain<IJournaledLedger>($"{prefix}-{n}")))];

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    sealed class Ledger(IJournaledLedger grain) : IPeerLedger
    {
        public Task Enter(int number, string text) => grain.Enter(number, text);

        public async Task<LedgerSum> Look()
        {
            var told = await grain.Look();
            return new(told.Entries, told.Total);
        }
    }
}
