using System.Text.Json;
using Township.LoadTest.Work;
using Township.Testing.Postgres;

namespace Township.LoadTest.Comparing;

/// <summary>What becomes of acknowledged events when a cluster is split and both halves host the same grains.</summary>
static class DuplicateComparison
{
    static readonly (string System, bool SameCluster)[] Runs =
    [
        (ComparedSystem.Township, true), ("township-journaled", true), ("journaled-log", true), ("journaled-log", false), ("journaled-state", true), ("journaled-state", false),
    ];

    /// <returns>0, or 1 when Township lost or doubled something.</returns>
    public static async Task<int> Run(RivalOrder order)
    {
        await using var server = await StoreLocation.StartServer();
        Console.WriteLine($"duplicate: {order.Ledgers} grains hosted by two silos, {order.Commands:N0} commands to each silo, {order.InFlight} in flight");
        var failed = false;
        foreach (var (name, sameCluster) in Runs)
        {
            var system = ComparedSystem.All.Single(s => s.Name == name);
            await using var database = await PostgresDatabase.Create(server);
            var result = await PeerRunner.Run<RivalResult>(PeerProgram.Duplicate, system, order with { ConnectionString = database.ConnectionString, SameCluster = sameCluster });
            failed |= name.StartsWith(ComparedSystem.Township, StringComparison.Ordinal) && result is not { Lost: 0, Doubled: 0 };
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                duplicate = name,
                clusterIds = sameCluster ? "same" : "different",
                sent = 2 * order.Commands,
                acknowledged = result.Acknowledged,
                errors = result.Errors,
                conflicts = result.Conflicts,
                stored = result.Stored,
                lost = result.Lost,
                doubled = result.Doubled,
                storedDespiteError = result.Unanswered,
                firstError = result.FirstError,
                version = result.Version,
            }));
        }

        return failed ? 1 : 0;
    }
}
