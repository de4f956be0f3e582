using System.Text.Json;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Work;

namespace Township.LoadTest.Loads;

/// <summary>A silo that has just started activates every grain at once, as after a crash of its predecessor: reads, verifies, folds.</summary>
static class RecoverReport
{
    const string Measured = "measured", WarmUp = "warm-up";

    public static async Task<int> Measure(LoadOptions options)
    {
        await using var location = await StoreLocation.Create(options.Store);
        Console.WriteLine($"recover: {options.Aggregates:N0} aggregates × {options.Commands:N0} events, {options.InFlight:N0} in flight, {options.Store}");
        var warmUps = 0;
        await using (var silo = await LoadedSilo.Start(location))
        {
            await new CommandLoad(silo.Grains, options with { Duration = null }, Measured).Run();
            // Half as many each time, so that as many rounds as may be needed are soon there.
            var few = options with { Aggregates = Math.Max(1, options.Aggregates / 2), Duration = null };
            for (; warmUps < Quiet.MostRounds; warmUps++) await new CommandLoad(silo.Grains, few, $"{WarmUp}-{warmUps}").Run();
        }

        await using var fresh = await LoadedSilo.Start(location);
        using var caller = LedgerReference.Caller();
        await Quiet.Warm(round => Look(fresh, $"{WarmUp}-{round}", Math.Max(1, options.Aggregates / 2), options.InFlight));
        var before = RuntimeCost.Now();
        var (events, sent) = await Look(fresh, Measured, options.Aggregates, options.InFlight);
        Console.WriteLine(RuntimeCost.Now().Since(before).PerCommand(events, sent.Elapsed));

        var lost = options.Total - events;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "recover",
            store = options.Store,
            eventsPerSecond = Math.Round(events / sent.Elapsed.TotalSeconds),
            grainsPerSecond = Math.Round(options.Aggregates / sent.Elapsed.TotalSeconds),
            p50Ms = sent.Percentile(50),
            p99Ms = sent.Percentile(99),
            lost,
        }));
        return lost == 0 ? 0 : 1;
    }

    static async Task<(int Events, Sent Sent)> Look(LoadedSilo silo, string prefix, int count, int inFlight)
    {
        var (ledgers, events) = (LedgerReference.Of(silo.Grains, prefix, count), 0);
        var sent = await Senders.Run(count, inFlight, null, async n => Interlocked.Add(ref events, (await ledgers[n].Look()).Entries));
        return (events, sent);
    }
}
