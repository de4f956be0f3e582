using System.Text.Json;
using Township.LoadTest.Work;

namespace Township.LoadTest.Comparing;

/// <summary>What one system came to.</summary>
sealed record Compared(ComparedSystem System, Written Written, Recovered Recovered)
{
    public double CommandsPerSecond => Written.Commands / Written.Seconds;

    public double EventsPerSecond => Recovered.Events / Recovered.Seconds;

    /// <summary>The part of the work that was done before time was up.</summary>
    public double Share(WorkOrder work) => (double)Written.Commands / work.Total;

    public string ToJson(WorkOrder work) => JsonSerializer.Serialize(new
    {
        compare = System.Name,
        version = Written.Version,
        commandsPerSecond = Math.Round(CommandsPerSecond),
        p50Ms = Written.P50Ms,
        p99Ms = Written.P99Ms,
        recoverEventsPerSecond = Math.Round(EventsPerSecond),
        bytesPerCommand = Written.Bytes / Written.Commands,
        logBytesPerCommand = Written.LogBytes / Written.Commands,
        share = Math.Round(Share(work), 3),
        lost = Recovered.Lost,
        doubled = Recovered.Doubled,
    });
}
