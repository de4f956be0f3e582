using System.Collections.Concurrent;

namespace Township.LoadTest.Work;

/// <summary>Sends numbers to both silos side by side, stops both, and asks a fresh one what is there.</summary>
public sealed class RivalRun(RivalOrder order, Func<int, Task<IRival>> start)
{
    readonly ConcurrentDictionary<int, bool> _acknowledged = [];
    int _errors, _conflicts;
    string? _firstError;

    public async Task<RivalResult> Run()
    {
        await using (var first = await start(0))
        await using (var second = await start(1))
        {
            IRival[] rivals = [first, second];
            // Both load every ledger while it is empty.
            foreach (var rival in rivals)
                for (var ledger = 0; ledger < order.Ledgers; ledger++) await rival.Numbers(ledger);
            await Task.WhenAll(rivals.Select((rival, side) => Send(rival, side * order.Commands)));
            foreach (var rival in rivals)
                for (var ledger = 0; ledger < order.Ledgers; ledger++) _conflicts += await rival.Conflicts(ledger);
        }

        await using var fresh = await start(2);
        var stored = new List<int>();
        for (var ledger = 0; ledger < order.Ledgers; ledger++) stored.AddRange(await fresh.Numbers(ledger));
        var different = stored.ToHashSet();
        return new(
            fresh.Version, _acknowledged.Count, _errors, _conflicts, different.Count,
            Lost: _acknowledged.Keys.Count(n => !different.Contains(n)),
            Doubled: stored.Count - different.Count,
            Unanswered: different.Count(n => !_acknowledged.ContainsKey(n)),
            _firstError);
    }

    Task<Sent> Send(IRival rival, int from) => Senders.Run(order.Commands, order.InFlight, null, async n =>
    {
        try
        {
            await rival.Enter(n % order.Ledgers, from + n);
            _acknowledged.TryAdd(from + n, true);
        }
        catch (Exception e)
        {
            // Whatever the error is: it tells the client that it does not know the number to be stored.
            Interlocked.Increment(ref _errors);
            Interlocked.CompareExchange(ref _firstError, e.Message, null);
        }
    });
}
