using System.Text.Json;

namespace Township.LoadTest.Work;

/// <summary>The command line between a comparison and the processes that it starts: phase, system, work and what was written before, as JSON.</summary>
public static class PeerProgram
{
    public const string Write = "write", Recover = "recover";

    public static async Task<int> Run(string[] arguments, Func<string, WorkOrder, Task<IPhases>> start)
    {
        var (phase, system, work) = (arguments[0], arguments[1], Read<WorkOrder>(arguments[2]));
        await using var phases = await start(system, work);
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
