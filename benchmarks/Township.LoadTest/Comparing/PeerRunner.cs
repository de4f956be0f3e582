using System.Diagnostics;
using System.Text.Json;

namespace Township.LoadTest.Comparing;

/// <summary>Runs one phase of one system in a process of its own and reads the result from its last line.</summary>
static class PeerRunner
{
    /// <summary>The hidden command by which this program runs itself.</summary>
    public const string Command = "peer";

    public static async Task<T> Run<T>(string phase, ComparedSystem system, params object[] values)
    {
        string[] arguments = [phase, system.Name, .. values.Select(v => JsonSerializer.Serialize(v))];
        using var process = Process.Start(new ProcessStartInfo("dotnet", system.IsPeer ? [Peers, .. arguments] : [Own, Command, .. arguments]) { RedirectStandardOutput = true })!;
        var last = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (last.Length > 0) Console.WriteLine($"{system.Name}: {last}");
            last = line;
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(last)! : throw new InvalidOperationException($"{system.Name}: '{phase}' ended with {process.ExitCode}. {last}");
    }

    static string Own => typeof(PeerRunner).Assembly.Location;

    // Both are built into the same place below their projects.
    static string Peers
    {
        get
        {
            const string own = "Township.LoadTest", peers = "Township.LoadTest.Peers";
            var path = Own.Replace($"{Path.DirectorySeparatorChar}{own}{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}{peers}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
            return Path.Combine(Path.GetDirectoryName(path)!, $"{peers}.dll");
        }
    }
}
