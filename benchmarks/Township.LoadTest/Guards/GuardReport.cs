using System.Text.Json;
using Township.LoadTest.Hearings;
using Township.LoadTest.Work;

namespace Township.LoadTest.Guards;

/// <summary>
/// What guards promise and cost: pairs that decide on each other's facts at once, on PostgreSQL in a cluster of two silos;
/// and promises that depend on a hearing which many clients write at once.
/// </summary>
static class GuardReport
{
    const int PairsAtOnce = 32, PromisesOfAnIssue = 40;

    public static async Task<int> Measure(string store, int pairs, int clients)
    {
        await using var place = await StorePlace.Create(store);
        var clock = new ShiftedClock();
        Console.WriteLine($"guards: {pairs:N0} pairs that decide on each other, promises of a hearing that {clients:N0} clients write, {store}");
        await using var one = await LoadedSilo.Start(place, clock: clock);
        await using var other = place.Provider == StoreProviders.Postgres ? await LoadedSilo.Start(place, clock: clock, joins: one) : null;
        await Minutes.Found(one.Grains);

        var raced = new Pairs(one.Grains, other?.Grains ?? one.Grains);
        await raced.Found("r-", pairs);
        await Senders.Run(pairs, PairsAtOnce, null, n => raced.Register($"r-{n}"));
        var races = await Senders.Run(pairs, PairsAtOnce, null, n => raced.Race($"r-{n}"));

        var alone = new Pairs(one.Grains, one.Grains);
        await alone.Found("s-", pairs);
        await Senders.Run(pairs, PairsAtOnce, null, n => alone.Register($"s-{n}"));
        var unguarded = await Senders.Run(pairs, PairsAtOnce, null, n => alone.Grant($"s-{n}"));
        var guarded = await Senders.Run(pairs, PairsAtOnce, null, n => alone.Assign($"s-{n}"));

        var account = new PromisedHearing(one.Grains, clock, clients);
        await account.End();
        var promises = await account.MakeWhileWritten(PromisesOfAnIssue);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "guards",
            store,
            silos = other is null ? 1 : 2,
            pairs,
            lines = raced.Lines,
            rings = raced.Rings,
            racesPerSecond = Math.Round(races.PerSecond),
            raceP99Ms = races.Percentile(99),
            guardedPerSecond = Math.Round(guarded.PerSecond),
            guardedP50Ms = guarded.Percentile(50),
            unguardedPerSecond = Math.Round(unguarded.PerSecond),
            unguardedP50Ms = unguarded.Percentile(50),
            promises = promises.Count,
            hearingWrites = account.Corrections,
            promiseP50Ms = promises.Percentile(50),
            promiseMaxMs = promises.Percentile(100),
        }));
        return raced is { Rings: 0 } && raced.Lines == pairs && promises.Percentile(100) <= 1000 ? 0 : 1;
    }
}
