using System.CommandLine;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Work;
using Command = System.CommandLine.Command;

namespace Township.LoadTest.Comparing;

static class CompareCommand
{
    public static Command Build()
    {
        var aggregates = Number("--aggregates", "How many streams.", 2000);
        var commands = Number("--commands", "Commands for each stream.", 50);
        var inFlight = Number("--in-flight", "Commands sent and not yet answered.", 512);
        var payload = Number("--payload", "Characters of text in each event, at most 500; each takes three bytes.", LedgerText.Usual);
        var seconds = Number("--seconds", "The most that each system sends for; who is slower does a part of the work.", 120);
        var systems = new Option<string[]>("--systems") { Description = "Which take part.", DefaultValueFactory = _ => [.. ComparedSystem.All.Select(s => s.Name)], AllowMultipleArgumentsPerToken = true };
        systems.AcceptOnlyFromAmong([.. ComparedSystem.All.Select(s => s.Name)]);
        var file = new Option<string?>("--to") { Description = "A file for the Markdown table." };
        var compare = new Command("compare", "The same work by Township, raw PostgreSQL, Akka.Persistence.Sql and Orleans' JournaledGrain. One JSON line per system, then a Markdown table.")
        {
            aggregates, commands, inFlight, payload, seconds, systems, file, BuildDuplicate(),
        };
        compare.SetAction(parsed => Comparison.Run(
            new("", parsed.GetValue(aggregates), parsed.GetValue(commands), parsed.GetValue(inFlight), parsed.GetValue(payload), parsed.GetValue(seconds)),
            parsed.GetValue(systems)!, parsed.GetValue(file)));
        return compare;
    }

    static Command BuildDuplicate()
    {
        var ledgers = Number("--grains", "How many grains are hosted twice.", 20);
        var commands = Number("--commands", "Commands to each of the two silos.", 2000);
        var inFlight = Number("--in-flight", "Commands sent to each silo and not yet answered.", 16);
        var duplicate = new Command("duplicate", "Two silos of a split cluster host the same grains: what is acknowledged, and what is stored. One JSON line per system.") { ledgers, commands, inFlight };
        duplicate.SetAction(parsed => DuplicateComparison.Run(new("", parsed.GetValue(ledgers), parsed.GetValue(commands), parsed.GetValue(inFlight), SameCluster: true)));
        return duplicate;
    }

    /// <summary>One phase of one system, in the process that <see cref="PeerRunner"/> starts.</summary>
    public static Command BuildPeer()
    {
        var arguments = new Argument<string[]>("arguments");
        var peer = new Command(PeerRunner.Command) { arguments };
        peer.Hidden = true;
        peer.SetAction(async parsed =>
        {
            using var caller = LedgerReference.Caller();
            return await PeerProgram.Run(parsed.GetValue(arguments)!, async (system, work) =>
                system == ComparedSystem.RawBatch ? new RawBatch(work) : new LedgerPhases(await TownshipPeer.Start(work), work),
                async (_, order, _) => await TownshipRival.Start(order));
        });
        return peer;
    }

    static Option<int> Number(string name, string description, int @default) => new(name) { Description = description, DefaultValueFactory = _ => @default };
}
