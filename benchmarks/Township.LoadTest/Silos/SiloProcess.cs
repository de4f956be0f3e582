using System.Diagnostics;
using System.Text.Json;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Loads;
using Township.LoadTest.Work;

namespace Township.LoadTest.Silos;

/// <summary>What one of several silos does.</summary>
/// <param name="Name">Begins the ids of its streams: silos of one store must not host the same grains.</param>
/// <param name="ConnectionString">The database of all of them.</param>
/// <param name="Aggregates">How many streams.</param>
/// <param name="Commands">Commands for each.</param>
/// <param name="InFlight">Commands sent and not yet answered.</param>
sealed record SiloOrder(string Name, string ConnectionString, int Aggregates, int Commands, int InFlight);

/// <summary>What it came to.</summary>
sealed record SiloResult(int Acknowledged, double P50Ms, double P99Ms);

/// <summary>A silo with its senders in a process of its own: it warms up, says that it is ready, and begins when it is told to.</summary>
sealed class SiloProcess : IDisposable
{
    /// <summary>The hidden command by which this program runs itself.</summary>
    public const string Command = "silo";

    const string Ready = "ready";

    readonly Process _process;

    SiloProcess(Process process) => _process = process;

    public static async Task<SiloProcess> Start(SiloOrder order)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(SiloProcess).Assembly.Location, Command, JsonSerializer.Serialize(order)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return await process.StandardOutput.ReadLineAsync() == Ready ? new(process) : throw new InvalidOperationException($"The silo '{order.Name}' did not start.");
    }

    public async Task<SiloResult> Run()
    {
        await _process.StandardInput.WriteLineAsync();
        return JsonSerializer.Deserialize<SiloResult>(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A silo ended before its work was done."))!;
    }

    public static async Task<int> Serve(SiloOrder order)
    {
        await using var silo = await LoadedSilo.Start(StoreProviders.Postgres, order.ConnectionString);
        using var caller = LedgerReference.Caller();
        var options = new LoadOptions(StoreProviders.Postgres, order.Aggregates, order.Commands, order.InFlight);
        await Quiet.Warm(round => new CommandLoad(silo.Grains, options with { Aggregates = 500, Commands = 20 }, $"{order.Name}-warm-up-{round}").Run());
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync();
        var result = await new CommandLoad(silo.Grains, options, $"{order.Name}-measured").Run();
        Console.WriteLine(JsonSerializer.Serialize(new SiloResult(
            result.Acknowledged.Count, result.Latency.GetValueAtPercentile(50) / 1000.0, result.Latency.GetValueAtPercentile(99) / 1000.0)));
        // Nobody's end may disturb those who still work.
        await Console.In.ReadLineAsync();
        return 0;
    }

    /// <summary>Lets it end.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
