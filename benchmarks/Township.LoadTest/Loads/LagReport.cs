using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using HdrHistogram;
using Microsoft.Extensions.DependencyInjection;
using Township.LoadTest.Lags;

namespace Township.LoadTest.Loads;

/// <summary>How far a projection is behind commands that come at a steady rate, and whether it has each of them once.</summary>
static class LagReport
{
    static readonly TimeSpan Approach = TimeSpan.FromSeconds(10);

    public static async Task<int> Measure(string store, int rate, TimeSpan duration, int streams)
    {
        await using var location = await StoreLocation.Create(store);
        var totals = new LedgerTotals();
        await using var silo = await LoadedSilo.Start(location, more: s => s.AddSubscription(
            services => Subscription.Of(totals, new TimedCheckpointStore(services.GetRequiredService<ICheckpointStore<DbTransaction>>(), totals.Noted))));
        Console.WriteLine($"lag: {rate:N0} commands/s for {duration.TotalSeconds} s on {streams:N0} aggregates, {store}");
        // The same load until what is hot is compiled; what it left behind is not measured.
        await new SteadyLoad(silo.Grains, "approach", streams, rate, Approach).Run();
        await Settled(silo);

        var (before, transactions) = (RuntimeCost.Now(), totals.Transactions);
        var load = new SteadyLoad(silo.Grains, "measured", streams, rate, duration);
        await load.Run();
        var acknowledged = load.Acknowledged();
        await Settled(silo);
        var cost = RuntimeCost.Now().Since(before).PerCommand(acknowledged.Count, load.Elapsed);
        Console.WriteLine($"{cost}; {(totals.Transactions - transactions) / load.Elapsed.TotalSeconds:N0} transactions/s of the projection");
        if (load.RateReached < rate * 0.98) Console.WriteLine($"This machine did not reach the rate: {load.RateReached:N0} commands/s were answered.");

        var (sinceAnswer, sinceDecision) = (new LongHistogram(TimeSpan.FromMinutes(5).Ticks, 3), new LongHistogram(TimeSpan.FromMinutes(5).Ticks, 3));
        var unexpected = 0;
        foreach (var handled in totals.Committed.Where(h => h.Stream.Id.StartsWith("measured", StringComparison.Ordinal)))
        {
            // Whoever is in the rows before the answer has arrived is not behind.
            if (!acknowledged.Remove((handled.Stream, handled.Version), out var answered)) unexpected++;
            sinceAnswer.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(answered, handled.At).TotalMicroseconds));
            sinceDecision.RecordValue(Math.Max(1, (long)handled.SinceDecided.TotalMicroseconds));
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "lag",
            store,
            rate,
            rateReached = Math.Round(load.RateReached),
            refused = load.Refused,
            commandP99Ms = Milliseconds(load.Latency, 99),
            lagP50Ms = Milliseconds(sinceAnswer, 50),
            lagP99Ms = Milliseconds(sinceAnswer, 99),
            lagMaxMs = Milliseconds(sinceAnswer, 100),
            sinceDecisionP50Ms = Milliseconds(sinceDecision, 50),
            sinceDecisionP99Ms = Milliseconds(sinceDecision, 99),
            sinceDecisionMaxMs = Milliseconds(sinceDecision, 100),
            missing = acknowledged.Count,
            unexpected,
        }));
        return acknowledged.Count + unexpected == 0 ? 0 : 1;
    }

    static async Task Settled(LoadedSilo silo)
    {
        var checkpoints = silo.Services.GetRequiredService<ICheckpointStore<DbTransaction>>();
        var end = (await silo.Store.ReadLogHead()).Position;
        while ((await checkpoints.Find(LedgerTotals.Table))?.Live is not { } live || live.Position < end) await Task.Delay(100);
    }

    static double Milliseconds(HistogramBase histogram, double percentile) => Math.Round(histogram.GetValueAtPercentile(percentile) / 1000.0, 2);
}
