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
    const int PairsAtOnce = 32, PromisesOfAnIssue = 40, Turns = 4;

    public static async Task<int> Measure(string store, int pairs, int clients)
    {
        await using var location = await StoreLocation.Create(store);
        var clock = new ShiftedClock();
        Console.WriteLine($"guards: {pairs:N0} pairs that decide on each other, promises of a hearing that {clients:N0} clients write, {store}");
        await using var one = await LoadedSilo.Start(location, clock: clock);
        await using var other = location.Provider == StoreProviders.Postgres ? await LoadedSilo.Start(location, clock: clock, joins: one) : null;
        await Minutes.Found(one.Grains);

        var raced = new Pairs(one.Grains, other?.Grains ?? one.Grains);
        await raced.Found("r-", pairs);
        await Senders.Run(pairs, PairsAtOnce, null, n => raced.Register($"r-{n}"));
        var races = await Senders.Run(pairs, PairsAtOnce, null, n => raced.Race($"r-{n}"));

        var alone = new Pairs(one.Grains, one.Grains);
        await alone.Found("s-", pairs);
        await Senders.Run(pairs, PairsAtOnce, null, n => alone.Register($"s-{n}"));
        // In turns, so that none of the two is the one for which the runtime compiles.
        var (unguarded, guarded) = (new List<object>(), new List<object>());
        for (var turn = 0; turn < Turns; turn++)
        {
            unguarded.Add(await Turn(turn, pairs / Turns, alone.Revise));
            guarded.Add(await Turn(turn, pairs / Turns, alone.Assign));
        }

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
            unguarded,
            guarded,
            promises = promises.Count,
            hearingWrites = account.Corrections,
            promiseP50Ms = promises.Percentile(50),
            promiseMaxMs = promises.Percentile(100),
        }));
        return raced is { Rings: 0 } && raced.Lines == pairs && promises.Percentile(100) <= 1000 ? 0 : 1;
    }

    static async Task<object> Turn(int turn, int count, Func<string, Task> send)
    {
        var before = RuntimeCost.Now();
        var sent = await Senders.Run(count, PairsAtOnce, null, n => send($"s-{(turn * count) + n}"));
        var cpu = RuntimeCost.Now().Since(before).Cpu;
        return new
        {
            perSecond = Math.Round(sent.PerSecond),
            p50Ms = sent.Percentile(50),
            cpuMicroseconds = Math.Round(cpu.TotalMicroseconds / count),
        };
    }
}
