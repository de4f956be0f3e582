using System.Diagnostics;
using System.Text.Json;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Work;

namespace Township.LoadTest.Loads;

/// <summary>
/// Reads a whole store, checks every hash of every stream and of the log, and folds every event; beside it a plain
/// loop that reads the same bytes from a plain table of the same database system and deserialises the events.
/// </summary>
static class ReplayReport
{
    public static async Task<int> Measure(LoadOptions options)
    {
        await using var location = await StoreLocation.Create(options.Store);
        await using var silo = await LoadedSilo.Start(location);
        Console.WriteLine($"replay: {options.Aggregates:N0} aggregates × {options.Commands:N0} commands, {options.Store}");
        await new CommandLoad(silo.Grains, options, "measured").Run();
        await location.FillRaw(silo.Store);
        await Quiet.Warm(async _ =>
        {
            await Replay(silo.Store);
            await location.ReadRaw();
        });

        var (ours, raw) = (new List<Replayed>(), new List<Replayed>());
        for (var pass = 0; pass < 5; pass++)
        {
            ours.Add(await Replay(silo.Store));
            raw.Add(await location.ReadRaw());
        }

        var (rate, rawRate) = (Median(ours), Median(raw));
        var lost = options.Total - ours[0].Events;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "replay",
            store = options.Store,
            eventsPerSecond = Math.Round(rate),
            rawPerSecond = Math.Round(rawRate),
            ratioToRaw = Math.Round(rate / rawRate, 3),
            heapMiBAfterAQuarter = ours[0].HeapAfterAQuarter >> 20,
            heapMiBAtTheEnd = ours[0].HeapAtTheEnd >> 20,
            lost,
        }));
        return lost == 0 ? 0 : 1;

        static double Median(List<Replayed> passes) => passes.Select(p => p.Events / p.Time.TotalSeconds).Order().ElementAt(passes.Count / 2);
    }

    static async Task<Replayed> Replay(IEventStore store)
    {
        var type = Ledger.Type;
        var states = new Dictionary<StreamId, (Ledger State, StreamHead Head)>();
        var (log, events, quarter) = (new LogHead(0, CommitHash.Zero), 0, 0L);
        var end = (await store.ReadLogHead()).Position;
        var watch = Stopwatch.StartNew();
        await foreach (var commit in store.ReadAll())
        {
            var (state, head) = states.TryGetValue(commit.Stream, out var known) ? known : (Ledger.Initial, new(commit.Stream, 0, CommitHash.Zero));
            if (!commit.Follows(log, head)) throw new StoreCorruptException($"The commit at position {commit.Position} does not follow.");
            var version = head.Version;
            foreach (var e in commit.Events) state = type.Fold(state, commit.Stream, ++version, e);
            states[commit.Stream] = (state, commit.StreamHead);
            (log, events) = (commit.LogHead, events + commit.Events.Count);
            if (commit.Position == end / 4) quarter = GC.GetTotalMemory(forceFullCollection: false);
        }

        return new(events, watch.Elapsed, quarter, GC.GetTotalMemory(forceFullCollection: false));
    }
}

/// <summary>What one pass came to.</summary>
readonly record struct Replayed(int Events, TimeSpan Time, long HeapAfterAQuarter = 0, long HeapAtTheEnd = 0);
