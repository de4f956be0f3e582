using System.Text.Json;

namespace Township.LoadTest.Work;

/// <summary>
/// The command line between the load test and the processes that it starts: phase, system, work and what was written
/// before, as JSON. The result is the last line.
/// </summary>
public static class PeerProgram
{
    public const string Write = "write", Recover = "recover", Duplicate = "duplicate";

    /// <param name="arguments">The command line.</param>
    /// <param name="start">Starts a system that does its work.</param>
    /// <param name="rival">Starts one of the silos that host the same ledgers, by its number.</param>
    public static async Task<int> Run(string[] arguments, Func<string, WorkOrder, Task<IPhases>> start, Func<string, RivalOrder, int, Task<IRival>> rival)
    {
        var (phase, system) = (arguments[0], arguments[1]);
        if (phase == Duplicate)
        {
            var order = Read<RivalOrder>(arguments[2]);
            Tell(await new RivalRun(order, side => rival(system, order, side)).Run());
            return 0;
        }

        await using var phases = await start(system, Read<WorkOrder>(arguments[2]));
        switch (phase)
        {
            case Write: Tell(await phases.Write()); break;
            case Recover: Tell(await phases.Recover(Read<Written>(arguments[3]))); break;
            default: throw new ArgumentException($"Unknown phase '{phase}'.");
        }

        return 0;
    }

    static void Tell<T>(T result) => Console.WriteLine(JsonSerializer.Serialize(result));

    static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
