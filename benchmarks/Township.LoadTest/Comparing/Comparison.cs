using Township.LoadTest.Work;
using Township.Testing.Postgres;

namespace Township.LoadTest.Comparing;

/// <summary>The same work by several systems, one after the other, on one server; each in processes and a database of its own.</summary>
static class Comparison
{
    /// <returns>0, or 1 when a system failed, lost or doubled something.</returns>
    public static async Task<int> Run(WorkOrder work, IReadOnlyCollection<string> systems, string? file)
    {
        await using var server = await StoreLocation.StartServer();
        await using var source = await PostgresDatabase.Create(server);
        Console.WriteLine($"compare: {work.Aggregates:N0} aggregates × {work.Commands:N0} commands, {work.InFlight:N0} in flight, texts of {work.Characters} characters, at most {work.MostSeconds} s each");
        var (results, failed) = (new List<Compared>(), 0);
        foreach (var system in ComparedSystem.All.Where(s => systems.Contains(s.Name)))
        {
            try
            {
                var result = await Measure(system, work, source, server);
                Console.WriteLine(result.ToJson(work));
                results.Add(result);
            }
            catch (InvalidOperationException e)
            {
                Console.WriteLine(e.Message);
                failed++;
            }
        }

        var table = ComparisonTable.Of(results, work);
        Console.WriteLine();
        Console.WriteLine(table);
        if (file is not null) await File.WriteAllTextAsync(file, table);
        return failed == 0 && results.All(r => r.Recovered is { Lost: 0, Doubled: 0 }) ? 0 : 1;
    }

    static async Task<Compared> Measure(ComparedSystem system, WorkOrder work, PostgresDatabase source, PostgresServer? server)
    {
        if (system.Name == ComparedSystem.Township) return await Measure(system, work with { ConnectionString = source.ConnectionString });
        await using var database = await PostgresDatabase.Create(server);
        return await Measure(system, work with { ConnectionString = database.ConnectionString, Source = source.ConnectionString });
    }

    static async Task<Compared> Measure(ComparedSystem system, WorkOrder work)
    {
        await Checkpoint(work);
        var written = await PeerRunner.Run<Written>(PeerProgram.Write, system, work);
        await Checkpoint(work);
        return new(system, written, await PeerRunner.Run<Recovered>(PeerProgram.Recover, system, work, written));
    }

    static async Task Checkpoint(WorkOrder work)
    {
        await using var figures = await ServerFigures.Connect(work.ConnectionString);
        await figures.Checkpoint();
    }
}
