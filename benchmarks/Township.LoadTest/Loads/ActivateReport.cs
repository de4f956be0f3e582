using System.Diagnostics;
using System.Text.Json;
using Township.LoadTest.Ledgers;

namespace Township.LoadTest.Loads;

/// <summary>The first call to a grain that is nowhere in memory, by the length of its stream, with and without a snapshot.</summary>
static class ActivateReport
{
    const int Streams = 20;

    static readonly int[] Lengths = [10, 1_000, 10_000];

    public static async Task<int> Measure(LoadOptions options)
    {
        await using var location = await StoreLocation.Create(options.Store);
        Console.WriteLine($"activate: {Streams} streams each of {string.Join(", ", Lengths.Select(l => $"{l:N0}"))} events, {options.Store}");
        await using (var silo = await LoadedSilo.Start(location))
            foreach (var length in Lengths) await Fill(silo, options, length);

        // The longest lengths have a multiple of 100 events: the snapshot is the newest state. The short one has none.
        var withSnapshots = await Activate(location, snapshotEvery: 100);
        var without = await Activate(location, snapshotEvery: 0);
        for (var i = 0; i < Lengths.Length; i++)
            Console.WriteLine($"{Lengths[i],7:N0} events: {withSnapshots[i]:F2} ms with snapshot, {without[i]:F2} ms without");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "activate",
            store = options.Store,
            lengths = Lengths,
            withSnapshotMs = withSnapshots.Select(m => Math.Round(m, 2)),
            withoutSnapshotMs = without.Select(m => Math.Round(m, 2)),
            longestWithSnapshotToShortest = Math.Round(withSnapshots[^1] / withSnapshots[0], 2),
        }));
        return 0;
    }

    static async Task Fill(LoadedSilo silo, LoadOptions options, int length) =>
        await new CommandLoad(silo.Grains, options with { Aggregates = Streams, Commands = length, Duration = null }, $"{length}").Run();

    /// <summary>The median of the milliseconds per length, on a silo that has just started on the filled store.</summary>
    static async Task<double[]> Activate(StoreLocation location, int snapshotEvery)
    {
        await using var silo = await LoadedSilo.Start(location, snapshotEvery);
        await WarmUp.Run(silo.Grains, new(location.Provider, 0, 0, InFlight: 64));
        using var caller = LedgerReference.Caller();
        var times = Lengths.Select(_ => new List<double>()).ToArray();
        for (var n = 0; n < Streams; n++)
            for (var i = 0; i < Lengths.Length; i++)
            {
                var ledger = silo.Grains.GetGrain<ILedgerGrain>(Ledger.StreamOf($"{Lengths[i]}", n).Key);
                var watch = Stopwatch.StartNew();
                var view = await ledger.View();
                times[i].Add(watch.Elapsed.TotalMilliseconds);
                if (view.Version != Lengths[i]) throw new InvalidOperationException($"The stream has {view.Version} events, not {Lengths[i]}.");
            }

        return [.. times.Select(t => t.Order().ElementAt(Streams / 2))];
    }
}
