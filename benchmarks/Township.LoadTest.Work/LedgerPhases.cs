namespace Township.LoadTest.Work;

/// <summary>A system that keeps ledgers: warms up, enters everything; in the next process activates every ledger and counts.</summary>
public sealed class LedgerPhases(IPeer peer, WorkOrder work) : IPhases
{
    const int WarmLedgers = 500, WarmCommands = 20;

    // A slow system does not need as many commands to become warm as a fast one sends in this time.
    static readonly TimeSpan WarmRound = TimeSpan.FromSeconds(3);

    readonly LedgerText _text = new(work.Characters);

    public async Task<Written> Write()
    {
        var warmUp = await Quiet.Warm(round => Enter($"warm-{round}", WarmLedgers, WarmCommands, WarmRound));
        await using var server = await ServerFigures.Connect(work.ConnectionString);
        await server.Checkpoint();
        var before = await server.Read();
        var sent = await Enter("measured", work.Aggregates, work.Commands, TimeSpan.FromSeconds(work.MostSeconds));
        var grown = (await server.Read()).Since(before);
        return new(peer.Version, sent.Count, sent.Elapsed.TotalSeconds, sent.Percentile(50), sent.Percentile(99), grown.Bytes, grown.LogBytes, warmUp);
    }

    public async Task<Recovered> Recover(Written written)
    {
        for (var round = 0; round < written.WarmUpRounds; round++) await Look($"warm-{round}", WarmLedgers);
        var (found, seconds) = await Look("measured", work.Aggregates);
        var (lost, doubled) = (0, 0);
        for (var ledger = 0; ledger < found.Length; ledger++)
        {
            var (expected, actual) = (Expected(ledger, written.Commands), found[ledger]);
            lost += Math.Max(0, expected.Entries - actual.Entries);
            doubled += Math.Max(0, actual.Entries - expected.Entries);
            if (expected.Entries == actual.Entries && expected.Total != actual.Total) (lost, doubled) = (lost + 1, doubled + 1);
        }

        return new(found.Sum(f => f.Entries), seconds, lost, doubled);
    }

    public ValueTask DisposeAsync() => peer.DisposeAsync();

    Task<Sent> Enter(string prefix, int count, int commands, TimeSpan most)
    {
        var ledgers = peer.Ledgers(prefix, count);
        return Senders.Run(count * commands, work.InFlight, most, n => ledgers[n % count].Enter(n, _text.Of(n)));
    }

    async Task<(LedgerSum[] Found, double Seconds)> Look(string prefix, int count)
    {
        var (ledgers, found) = (peer.Ledgers(prefix, count), new LedgerSum[count]);
        var sent = await Senders.Run(count, work.InFlight, null, async n => found[n] = await ledgers[n].Look());
        return (found, sent.Elapsed.TotalSeconds);
    }

    // The numbers below `commands` went round the ledgers in turn.
    LedgerSum Expected(int ledger, int commands)
    {
        var entries = (commands - ledger + work.Aggregates - 1) / work.Aggregates;
        return new(entries, ((long)entries * ledger) + ((long)work.Aggregates * entries * (entries - 1) / 2));
    }
}
