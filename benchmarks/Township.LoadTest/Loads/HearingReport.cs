using System.Text.Json;
using Township.LoadTest.Hearings;
using Township.LoadTest.Work;

namespace Township.LoadTest.Loads;

/// <summary>A sitting whose minutes many clients write at once, and whether a fresh silo finds what the live one had.</summary>
static class HearingReport
{
    public static async Task<int> Measure(string store, int representatives, int entries, int clients)
    {
        await using var location = await StoreLocation.Create(store);
        var clock = new ShiftedClock();
        Console.WriteLine($"hearing: {representatives:N0} representatives, {entries:N0} entries by {clients:N0} clients, {store}");
        Versioned<Township.Hearings.HearingView> live;
        Sent sent;
        await using (var silo = await LoadedSilo.Start(location, clock: clock))
        {
            await Minutes.Found(silo.Grains);
            await Quiet.Warm(async round =>
            {
                var rehearsal = new Minutes(silo.Grains, clock, $"warm-up-{round}", 20);
                await rehearsal.Open();
                await rehearsal.Write(400, clients);
            });
            var minutes = new Minutes(silo.Grains, clock, "measured", representatives);
            await minutes.Open();
            var before = RuntimeCost.Now();
            sent = await minutes.Write(entries, clients);
            Console.WriteLine(RuntimeCost.Now().Since(before).PerCommand(entries, sent.Elapsed));
            live = await minutes.Look();
        }

        // Without snapshots: every event is read and folded.
        await using var fresh = await LoadedSilo.Start(location, snapshotEvery: 0, clock: clock);
        var replayed = await new Minutes(fresh.Grains, clock, "measured", representatives).Look();
        var (equal, written) = (replayed.Version == live.Version && replayed.View == live.View, live.View.Sitting?.Entries ?? 0);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "hearing",
            store,
            representatives,
            entries,
            clients,
            entriesPerSecond = Math.Round(sent.PerSecond),
            p50Ms = sent.Percentile(50),
            p99Ms = sent.Percentile(99),
            maxMs = sent.Percentile(100),
            inTheMinutes = written,
            replayEqualsLive = equal,
        }));
        return equal && written >= entries ? 0 : 1;
    }
}
