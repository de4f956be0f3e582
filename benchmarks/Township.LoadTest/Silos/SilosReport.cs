using System.Diagnostics;
using System.Text.Json;
using Township.LoadTest.Work;
using Township.Testing.Postgres;

namespace Township.LoadTest.Silos;

/// <summary>
/// The same load by one silo process and by several on one database, in turn. Each silo has its own senders, so that
/// together they have as much in flight as the one.
/// </summary>
static class SilosReport
{
    sealed record Shared(double PerSecond, double P50Ms, double P99Ms, long Lost, long Gaps);

    /// <returns>0, or 1 when something is lost or the order of all commits has a gap.</returns>
    public static async Task<int> Measure(int silos, LoadOptions options)
    {
        await using var server = await StoreLocation.StartServer();
        Console.WriteLine($"silos: {options.Aggregates:N0} aggregates, {options.Commands:N0} commands each, {options.InFlight:N0} in flight, by 1 and by {silos} silos");
        Shared[] runs = [await Run(1, options, server), await Run(silos, options, server), await Run(1, options, server)];
        var one = (runs[0].PerSecond + runs[2].PerSecond) / 2;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "silos",
            silos,
            onePerSecond = new[] { Math.Round(runs[0].PerSecond), Math.Round(runs[2].PerSecond) },
            sumPerSecond = Math.Round(runs[1].PerSecond),
            ratioToOne = Math.Round(runs[1].PerSecond / one, 3),
            p50Ms = Math.Round(runs[1].P50Ms, 2),
            p99Ms = Math.Round(runs[1].P99Ms, 2),
            lost = runs.Sum(r => r.Lost),
            gaps = runs.Sum(r => r.Gaps),
        }));
        return runs.All(r => r is { Lost: 0, Gaps: 0 }) ? 0 : 1;
    }

    static async Task<Shared> Run(int silos, LoadOptions options, PostgresServer? server)
    {
        await using var database = await PostgresDatabase.Create(server);
        var started = new List<SiloProcess>();
        try
        {
            for (var i = 0; i < silos; i++)
                started.Add(await SiloProcess.Start(new($"s{i}", database.ConnectionString, options.Aggregates / silos, options.Commands, options.InFlight / silos)));
            await using var figures = await ServerFigures.Connect(database.ConnectionString);
            await figures.Checkpoint();
            var watch = Stopwatch.StartNew();
            var results = await Task.WhenAll(started.Select(s => s.Run()));
            watch.Stop();
            var acknowledged = results.Sum(r => r.Acknowledged);
            var stored = await figures.Value("SELECT count(*) FROM township.commits JOIN township.streams USING (stream_id) WHERE name LIKE '%-measured%'");
            var gaps = await figures.Value("SELECT max(position) - count(DISTINCT position) FROM township.commits");
            return new(acknowledged / watch.Elapsed.TotalSeconds, results.Max(r => r.P50Ms), results.Max(r => r.P99Ms), acknowledged - stored, gaps);
        }
        finally
        {
            foreach (var silo in started) silo.Dispose();
        }
    }
}
