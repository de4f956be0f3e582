using System.CommandLine;
using System.Text.Json;
using Township.LoadTest;
using Command = System.CommandLine.Command;

var store = new Option<string>("--store") { Description = "sqlite or memory.", DefaultValueFactory = _ => "sqlite" };
store.AcceptOnlyFromAmong("sqlite", "memory");
var aggregates = new Option<int>("--aggregates") { Description = "How many streams.", DefaultValueFactory = _ => 2000 };
var commands = new Option<int>("--commands") { Description = "Commands for each stream.", DefaultValueFactory = _ => 50 };
var inFlight = new Option<int>("--in-flight") { Description = "Commands sent and not yet answered.", DefaultValueFactory = _ => 512 };

var append = new Command("append", "Many aggregates, one event per command, everything on.") { store, aggregates, commands, inFlight };
append.SetAction(parsed => Measure("append", new(parsed.GetValue(store)!, parsed.GetValue(aggregates), parsed.GetValue(commands), parsed.GetValue(inFlight))));

var hotCommands = new Option<int>("--commands") { Description = "Commands for the one stream.", DefaultValueFactory = _ => 50_000 };
var hotInFlight = new Option<int>("--in-flight") { Description = "Commands sent and not yet answered.", DefaultValueFactory = _ => 256 };
var hot = new Command("hot", "One aggregate, everything on.") { store, hotCommands, hotInFlight };
hot.SetAction(parsed => Measure("hot", new(parsed.GetValue(store)!, 1, parsed.GetValue(hotCommands), parsed.GetValue(hotInFlight))));

return await new RootCommand("Loads a silo and compares it with the limit of the same machine. The last line printed is one JSON object.") { append, hot }
    .Parse(args).InvokeAsync();

static async Task<int> Measure(string load, LoadOptions options)
{
    await using var silo = await LoadedSilo.Start(options.Store);
    Console.WriteLine($"{load}: {options.Aggregates:N0} aggregates × {options.Commands:N0} commands, {options.InFlight:N0} in flight, {options.Store}");
    await new Load(silo, options with { Aggregates = 200, Commands = 50 }, "warm-up").Run();
    var result = await new Load(silo, options, "measured").Run();

    var stored = new List<RecordedCommit>();
    await foreach (var commit in silo.Store.ReadAll()) stored.Add(commit);
    var known = stored.Select(c => (c.Stream, c.Content.CommandId)).ToHashSet();
    var lost = result.Acknowledged.Count(a => !known.Contains(a));
    var raw = RawLimit.InsertsPerSecond(silo.Folder, stored);

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
