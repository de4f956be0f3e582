using System.Globalization;
using System.Text;
using Township.LoadTest.Work;

namespace Township.LoadTest.Comparing;

/// <summary>The results as a table for the README; ratios are Township's rate to the other one's.</summary>
static class ComparisonTable
{
    public static string Of(IReadOnlyList<Compared> results, WorkOrder work)
    {
        var ours = results.FirstOrDefault(r => r.System.Name == ComparedSystem.Township);
        var table = new StringBuilder("""
            | system | commands/s | Township is | p50 ms | p99 ms | recovered events/s | Township is | bytes per event | log bytes per event | done | lost |
            |---|---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (var r in results)
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {r.System.Title} | {r.CommandsPerSecond:N0} | {Ratio(r.CommandsPerSecond, ours?.CommandsPerSecond)} | {r.Written.P50Ms:N1} | {r.Written.P99Ms:N1} | {r.EventsPerSecond:N0} | {Ratio(r.EventsPerSecond, ours?.EventsPerSecond)} | {r.Written.Bytes / r.Written.Commands:N0} | {r.Written.LogBytes / r.Written.Commands:N0} | {r.Share(work):P0} | {r.Recovered.Lost:N0} |");
        return table.ToString();

        static string Ratio(double theirs, double? ours) => ours is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate / theirs:0.00} ×") : "";
    }
}
