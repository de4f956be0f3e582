using System.Diagnostics;

namespace Township.Cli.Tests;

/// <summary>What a command answered.</summary>
public sealed record Answer(int Exit, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');
}

/// <summary>Runs the command line as users do: as a process of its own, in a pipe.</summary>
public static class Shell
{
    /// <summary>Runs <c>township</c> with these arguments.</summary>
    public static Task<Answer> Township(params string[] args) => Township(new Dictionary<string, string>(), args);

    /// <summary>Runs it with more environment; without any the language is English.</summary>
    public static Task<Answer> Township(IReadOnlyDictionary<string, string> environment, params string[] args) => Township(environment, null, args);

    /// <summary>Runs it in a folder.</summary>
    public static async Task<Answer> Township(IReadOnlyDictionary<string, string> environment, string? folder, string[] args)
    {
        using var process = Start(environment, folder, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    public static Process Start(IReadOnlyDictionary<string, string> environment, string? folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "township.dll"), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG", "TOWNSHIP_STORE"]) start.Environment.Remove(name);
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
