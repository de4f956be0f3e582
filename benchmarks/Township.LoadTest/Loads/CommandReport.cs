using System.Text.Json;

namespace Township.LoadTest.Loads;

/// <summary>Runs a load of commands, recounts what it acknowledged from the store, and sets it against the limit of the machine.</summary>
static class CommandReport
{
    public static async Task<int> Measure(string load, LoadOptions options)
    {
        await using var location = await StoreLocation.Create(options.Store);
        await using var silo = await LoadedSilo.Start(location);
        Console.WriteLine($"{load}: {options.Aggregates:N0} aggregates, {(options.Duration is { } time ? $"{time.TotalSeconds} s" : $"{options.Commands:N0} commands each")}, {options.InFlight:N0} in flight, {options.Store}");
        await WarmUp.Run(silo.Grains, options);
        var before = RuntimeCost.Now();
        var result = await new CommandLoad(silo.Grains, options, "measured").Run();
        Console.WriteLine(RuntimeCost.Now().Since(before).PerCommand(result.Acknowledged.Count, result.Elapsed));

        var lost = await Lost(silo.Store, result);
        var raw = await location.RawInsertsPerSecond(silo.Store);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load,
            store = options.Store,
            commandsPerSecond = Math.Round(result.PerSecond),
            p50Ms = Math.Round(result.Latency.GetValueAtPercentile(50) / 1000.0, 2),
            p99Ms = Math.Round(result.Latency.GetValueAtPercentile(99) / 1000.0, 2),
            rawPerSecond = Math.Round(raw),
            ratioToRaw = Math.Round(result.PerSecond / raw, 3),
            lost,
        }));
        return lost == 0 ? 0 : 1;
    }

    static async Task<int> Lost(IEventStore store, CommandResult result)
    {
        var missing = result.Acknowledged.ToHashSet();
        await foreach (var commit in store.ReadAll()) missing.Remove((commit.Stream, commit.Content.CommandId));
        return missing.Count;
    }
}
