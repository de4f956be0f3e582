using System.CommandLine;
using System.Text.Json;
using Command = System.CommandLine.Command;

namespace Township.LoadTest.Silos;

static class SilosCommand
{
    public static Command Build()
    {
        var silos = Number("--silos", "How many silo processes share the load and the database.", 2);
        var aggregates = Number("--aggregates", "How many streams, in all silos together.", 2000);
        var commands = Number("--commands", "Commands for each stream.", 50);
        var inFlight = Number("--in-flight", "Commands sent and not yet answered, in all silos together.", 512);
        var command = new Command("silos", "The load 'append' on PostgreSQL by one silo process, by several on one database, and by one again.") { silos, aggregates, commands, inFlight };
        command.SetAction(parsed => SilosReport.Measure(
            parsed.GetValue(silos), new(StoreProviders.Postgres, parsed.GetValue(aggregates), parsed.GetValue(commands), parsed.GetValue(inFlight))));
        return command;
    }

    /// <summary>One silo, in the process that <see cref="SiloProcess"/> starts.</summary>
    public static Command BuildOne()
    {
        var order = new Argument<string>("order");
        var one = new Command(SiloProcess.Command) { order };
        one.Hidden = true;
        one.SetAction(parsed => SiloProcess.Serve(JsonSerializer.Deserialize<SiloOrder>(parsed.GetValue(order)!)!));
        return one;
    }

    static Option<int> Number(string name, string description, int @default) => new(name) { Description = description, DefaultValueFactory = _ => @default };
}
