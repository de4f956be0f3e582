using System.CommandLine;
using Township.LoadTest;
using Township.LoadTest.Comparing;
using Township.LoadTest.Deadlines;
using Township.LoadTest.Guards;
using Township.LoadTest.Loads;
using Township.LoadTest.Rebuilding;
using Township.LoadTest.Silos;
using Command = System.CommandLine.Command;

var root = new RootCommand("Loads a silo and compares it with the limit of the same machine. The last line printed is one JSON object.")
{
    Load("append", "Many aggregates, one event per command, everything on.", aggregates: 2000, commands: 50, inFlight: 512, o => CommandReport.Measure("append", o)),
    Load("hot", "One aggregate, everything on.", aggregates: 1, commands: 50_000, inFlight: 256, o => CommandReport.Measure("hot", o)),
    Load("recover", "A fresh silo activates every grain of a filled store.", aggregates: 1000, commands: 20, inFlight: 512, RecoverReport.Measure, "sqlite", "postgres"),
    Load("replay", "Reads, verifies and folds a whole store.", aggregates: 2000, commands: 100, inFlight: 512, ReplayReport.Measure),
    Load("activate", "Cold activation of short and long streams, with and without snapshots.", aggregates: 0, commands: 0, inFlight: 512, ActivateReport.Measure, "sqlite"),
    Lag(),
    Rebuild(),
    Deadlines(),
    Alarms(),
    SilosCommand.Build(),
    SilosCommand.BuildOne(),
    Hearing(),
    Guards(),
    CompareCommand.Build(),
    CompareCommand.BuildPeer(),
};
return await root.Parse(args).InvokeAsync();

static Command Lag()
{
    var store = new Option<string>("--store") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
    store.AcceptOnlyFromAmong("sqlite", "postgres");
    var (rate, seconds, streams) = (Number("--rate", "Commands per second, whether they are answered or not.", 10_000), Number("--seconds", "For how long.", 20), Number("--aggregates", "How many streams.", 2000));
    var lag = new Command("lag", "Commands at a steady rate, and how long after their answers a projection has them in its rows.") { store, rate, seconds, streams };
    lag.SetAction(parsed => LagReport.Measure(parsed.GetValue(store)!, parsed.GetValue(rate), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(streams)));
    return lag;
}

static Command Rebuild()
{
    var store = new Option<string>("--store") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
    store.AcceptOnlyFromAmong("sqlite", "postgres");
    var (ours, others) = (Number("--ours", "How many commits the projection is about, one row each.", 1000), Number("--others", "How many commits there are of another category.", 1_000_000));
    var rebuild = new Command("rebuild", "Rows made anew from a store most of which is not about them.") { store, ours, others };
    rebuild.SetAction(parsed => RebuildReport.Measure(parsed.GetValue(store)!, parsed.GetValue(ours), parsed.GetValue(others)));
    return rebuild;
}

static Command Deadlines()
{
    var store = new Option<string>("--store") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
    store.AcceptOnlyFromAmong("sqlite", "postgres");
    var (pending, due, within) = (Number("--pending", "How many deadlines there are.", 1_000_000), Number("--due", "How many of them become due while it runs.", 10_000), Number("--within", "In so many seconds.", 60));
    var deadlines = new Command("deadlines", "Deadlines that become due among many that do not, and a silo that is killed in the middle.") { store, pending, due, within };
    deadlines.SetAction(parsed => DeadlineReport.Measure(parsed.GetValue(store)!, parsed.GetValue(pending), parsed.GetValue(due), parsed.GetValue(within)));
    return deadlines;
}

static Command Alarms()
{
    var (provider, connection) = (new Argument<string>("provider"), new Argument<string>("connection"));
    var silo = new Command(AlarmSilo.Command) { provider, connection };
    silo.Hidden = true;
    silo.SetAction(parsed => AlarmSilo.Run(parsed.GetValue(provider)!, parsed.GetValue(connection)!));
    return silo;
}

static Command Hearing()
{
    var store = new Option<string>("--store") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
    store.AcceptOnlyFromAmong("sqlite", "postgres");
    var (people, entries, clients) = (Number("--representatives", "Who takes part.", 200), Number("--entries", "How many entries of the minutes.", 2000), Number("--clients", "How many write at once.", 50));
    var hearing = new Command("hearing", "A hearing whose minutes many clients write at once.") { store, people, entries, clients };
    hearing.SetAction(parsed => HearingReport.Measure(parsed.GetValue(store)!, parsed.GetValue(people), parsed.GetValue(entries), parsed.GetValue(clients)));
    return hearing;
}

static Command Guards()
{
    var store = new Option<string>("--store") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
    store.AcceptOnlyFromAmong("sqlite", "postgres");
    var (pairs, clients) = (Number("--pairs", "How many pairs decide on each other.", 10_000), Number("--clients", "How many write the hearing at once.", 50));
    var guards = new Command("guards", "Pairs that decide on each other's facts at once, and promises on a hearing that many clients write.") { store, pairs, clients };
    guards.SetAction(parsed => GuardReport.Measure(parsed.GetValue(store)!, parsed.GetValue(pairs), parsed.GetValue(clients)));
    return guards;
}

static Command Load(string name, string description, int aggregates, int commands, int inFlight, Func<LoadOptions, Task<int>> measure, params string[] stores)
{
    var store = new Option<string>("--store") { Description = "sqlite, postgres or memory.", DefaultValueFactory = _ => "sqlite" };
    store.AcceptOnlyFromAmong(stores is [] ? ["sqlite", "postgres", "memory"] : stores);
    var streams = Number("--aggregates", "How many streams.", aggregates);
    var each = Number("--commands", "Commands for each stream.", commands);
    var atOnce = Number("--in-flight", "Commands sent and not yet answered.", inFlight);
    var seconds = new Option<int?>("--seconds") { Description = "Send for so long instead of counting commands." };
    var load = new Command(name, description) { store, streams, each, atOnce, seconds };
    load.SetAction(parsed => measure(new(
        parsed.GetValue(store)!, parsed.GetValue(streams), parsed.GetValue(each), parsed.GetValue(atOnce),
        parsed.GetValue(seconds) is { } time ? TimeSpan.FromSeconds(time) : null)));
    return load;
}

static Option<int> Number(string name, string description, int @default) => new(name) { Description = description, DefaultValueFactory = _ => @default };
