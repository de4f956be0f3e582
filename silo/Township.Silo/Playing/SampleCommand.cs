using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Township.Auditing;
using Township.EventSourcing.Sqlite;
using Township.Townships;

namespace Township.Silo;

/// <summary><c>sample</c>: plays a half-year of a township as a client app, verifies the history, prints a report.</summary>
static class SampleCommand
{
    const string Scenario = "huimin-pledges.json";

    public static System.CommandLine.Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the store.", DefaultValueFactory = _ => new("data") };
        var command = new System.CommandLine.Command("sample", "Plays six months of monthly pledges of 惠民镇, verifies the history and prints a report.") { data };
        command.SetAction((parsed, cancellation) => Errors.InOneLine(() => parsed.UnmatchedTokens is [var unknown, ..]
            ? throw new FormatException($"'{unknown}' is no option of sample; see sample --help.")
            : Run(parsed.GetValue(data)!.FullName, cancellation)));
        return command;
    }

    static async Task<int> Run(string folder, CancellationToken cancellation)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var watch = Stopwatch.StartNew();
        var scenario = await SampleScenario.Load(Path.Combine(AppContext.BaseDirectory, "samples", Scenario), cancellation);
        var people = new SamplePeople(scenario);
        var steps = SampleScript.Write(scenario, people);
        var path = Path.Combine(folder, "township.db");
        var clock = new SampleClock();
        await using var silo = await SampleSilo.Start(path, clock, cancellation);

        var continues = await IsFounded(silo.Grains, scenario, people);
        var result = await SampleProgress.Show("Playing", steps.Count, report => new SamplePlayer(silo.Grains, clock).Play(steps, continues, report, cancellation));
        var faults = new List<Fault>();
        var totals = await Verify(path, faults, cancellation);

        await Console.Out.WriteLineAsync(result.Carried > 0
            ? $"{Number(result.Carried)} commands carried out, {Number(result.Repeated)} repeated, {result.Refused} refused as they must be."
            : $"This run changes nothing: {Number(result.Repeated)} commands repeated, 0 events written.");
        await Console.Out.WriteLineAsync();
        var shown = await SampleFacts.Ask(silo.Grains, scenario, people, cancellation);
        await Console.Out.WriteAsync(SampleReport.Text(shown, totals));
        foreach (var fault in faults.Take(20)) await Console.Error.WriteLineAsync($"township: {fault.Place.Stream} {fault.Place.Version}: {fault.English}");

        await silo.Stop(cancellation);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}, log head {totals.Head?.LogHash}, {watch.Elapsed.TotalSeconds:0.0} s"));
        return faults.Count == 0 && shown.DrawsAreEqual ? ExitCodes.Fine : ExitCodes.HistoryIsWrong;
    }

    // As an auditor would: past the silo, read-only, while it is up.
    static async Task<VerificationTotals> Verify(string path, List<Fault> faults, CancellationToken cancellation)
    {
        await using var reader = await SqliteEventReader.Open(path, cancellation);
        var total = (await reader.ReadLogHead(cancellation)).Position;
        return await SampleProgress.Show("Verifying", (int)total, report => new HistoryVerifier(reader, TownshipAggregates.All, new() { Redecide = true })
            .VerifyAll(faults.Add, new Callback<AuditProgress>(p => report((int)p.Done)), cancellation));
    }

    static async Task<bool> IsFounded(IGrainFactory grains, SampleScenario scenario, SamplePeople people)
    {
        using var _ = CallerContext.Use(people.Auditor);
        return (await grains.GetGrain<ITownshipGrain>($"{scenario.Township}/{TownshipKey.Id}").View()).Version > 0;
    }

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // Progress<T> would post to the thread pool and arrive out of order.
    sealed class Callback<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
