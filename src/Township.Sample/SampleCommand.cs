using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Township.Auditing;
using Township.EventSourcing.Sqlite;
using Township.Townships;

namespace Township.Samples;

/// <summary><c>sample</c>: plays half a year of two townships as a client app, verifies the history and prints a report.</summary>
public static class SampleCommand
{
    const int HistoryIsWrong = 1;
    const string Pledges = "huimin-pledges.json", Hearings = "songfan-hearings.json";

    /// <summary>The command.</summary>
    /// <param name="run">Runs it, and tells in one line why it failed.</param>
    public static System.CommandLine.Command Create(Func<Func<Task<int>>, Task<int>> run)
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the store.", DefaultValueFactory = _ => new("data") };
        var command = new System.CommandLine.Command("sample", "Plays six months of monthly pledges of 惠民镇 and of hearings of 宋畈乡, verifies the history and prints a report.") { data };
        command.SetAction((parsed, cancellation) => run(() => parsed.UnmatchedTokens is [var unknown, ..]
            ? throw new FormatException($"'{unknown}' is no option of sample; see sample --help.")
            : Run(parsed.GetValue(data)!.FullName, cancellation)));
        return command;
    }

    static async Task<int> Run(string folder, CancellationToken cancellation)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        try
        {
            return await Play(folder, cancellation);
        }
        catch (SampleException e)
        {
            await Console.Error.WriteLineAsync($"township: {e.Message.ReplaceLineEndings(" ")}");
            return HistoryIsWrong;
        }
    }

    static async Task<int> Play(string folder, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var (pledges, hearings) = (await SamplePlay.Load(Pledges, cancellation), await SamplePlay.Load(Hearings, cancellation));
        var path = Path.Combine(folder, "township.db");
        var clock = new SampleClock();
        await using var silo = await SampleSilo.Start(path, clock, cancellation);

        var player = new SamplePlayer(silo.Grains, clock);
        var result = await SampleProgress.Show("Playing", pledges.Steps.Count + hearings.Steps.Count, async report =>
        {
            await player.Play(pledges.Steps, await IsFounded(silo.Grains, pledges), report, cancellation);
            return await player.Play(hearings.Steps, await IsFounded(silo.Grains, hearings), report, cancellation);
        });
        var faults = new List<Fault>();
        var totals = await Verify(path, faults, cancellation);

        await Console.Out.WriteLineAsync(result.Carried > 0
            ? $"{Number(result.Carried)} commands carried out, {Number(result.Repeated)} repeated, {result.Refused} refused as they must be."
            : $"This run changes nothing: {Number(result.Repeated)} commands repeated, 0 events written.");
        await Console.Out.WriteLineAsync();
        var pledged = await PledgeFacts.Ask(silo.Grains, pledges.Scenario, pledges.People, cancellation);
        var heard = await HearingFacts.Ask(silo.Grains, hearings.Scenario, hearings.People, cancellation);
        await Console.Out.WriteAsync(SampleReport.Text(pledged, heard, totals));
        foreach (var fault in faults.Take(20)) await Console.Error.WriteLineAsync($"township: {fault.Location.Stream} {fault.Location.Version}: {fault.English}");

        await silo.Stop(cancellation);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}, log head {totals.Head}, {watch.Elapsed.TotalSeconds:0.0} s"));
        return faults.Count == 0 && pledged.DrawsAreEqual && heard.DrawsAreEqual ? 0 : HistoryIsWrong;
    }

    // As an auditor would: past the silo, read-only, while it is up.
    static async Task<VerificationTotals> Verify(string path, List<Fault> faults, CancellationToken cancellation)
    {
        await using var reader = await SqliteEventReader.Open(path, cancellation);
        var total = (await reader.ReadLogHead(cancellation)).Position;
        return await SampleProgress.Show("Verifying", (int)total, report => new HistoryVerifier(reader, TownshipAggregates.All, new() { Redecide = true })
            .VerifyAll(faults.Add, new Callback<AuditProgress>(p => report((int)p.Done)), cancellation));
    }

    static async Task<bool> IsFounded(IGrainFactory grains, SamplePlay play)
    {
        using var _ = CallerContext.Use(play.People.Auditor);
        return (await grains.GetGrain<ITownshipGrain>($"{play.Scenario.Township}/{TownshipKey.Id}").View()).Version > 0;
    }

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // Progress<T> would post to the thread pool and arrive out of order.
    sealed class Callback<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
