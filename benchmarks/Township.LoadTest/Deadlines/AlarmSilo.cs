using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Township.Testing.Silo;

namespace Township.LoadTest.Deadlines;

/// <summary>A silo with alarms as a process of its own, which can be killed; it does what it is told line by line.</summary>
static class AlarmSilo
{
    /// <summary>The hidden command by which this program runs itself.</summary>
    public const string Command = "alarm-silo";

    public static async Task<int> Run(string provider, string connectionString)
    {
        await using var silo = await LoadedSilo.Start(provider, connectionString, more: s => s.AddDeadlines());
        await Live(silo);
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is not ["set", var count, var from, var seconds]) break;
            await Set(silo, int.Parse(count, CultureInfo.InvariantCulture), DateTimeOffset.Parse(from, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture));
            Console.WriteLine("set");
        }

        return 0;
    }

    static async Task Live(LoadedSilo silo)
    {
        var checkpoints = silo.Services.GetRequiredService<ICheckpointStore<DbTransaction>>();
        await checkpoints.Prepare();
        var end = (await silo.Store.ReadLogHead()).Position;
        while (await checkpoints.Find(DeadlineProjection.Table) is not { Live: { } live } || live.Position < end) await Task.Delay(50);
    }

    // Evenly over the seconds, by commands to as many alarms, as clients send them.
    static async Task Set(LoadedSilo silo, int count, DateTimeOffset from, int seconds)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (n, _) =>
        {
            using var caller = CallerContext.Use(new("c-001", "huimin", ["office"]), "soon");
            var at = from.AddSeconds(seconds * (double)n / count);
            var outcome = await silo.Grains.GetGrain<IAlarmGrain>($"huimin/soon-{n:D5}").Execute(new AlarmCommand.Set([new("alarm", at)]), CancellationToken.None);
            if (!outcome.Accepted) throw new InvalidOperationException($"{outcome}");
        });
    }
}

/// <summary>An <see cref="AlarmSilo"/> from outside.</summary>
sealed class AlarmProcess : IDisposable
{
    readonly Process _process;

    AlarmProcess(Process process) => _process = process;

    public static AlarmProcess Start(StoreLocation location) => new(Process.Start(
        new ProcessStartInfo("dotnet", [typeof(AlarmProcess).Assembly.Location, AlarmSilo.Command, location.Provider, location.ConnectionString]) { RedirectStandardOutput = true, RedirectStandardInput = true })!);

    public async Task Says(string expected)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            if (line == expected) return;
        throw new InvalidOperationException("The silo has ended.");
    }

    public async Task Tell(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task Stop()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
