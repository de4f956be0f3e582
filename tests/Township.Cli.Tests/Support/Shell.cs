using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Township.Cli.Tests;

/// <summary>What a command answered.</summary>
public sealed record Answer(int Exit, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');
}

/// <summary>Runs the command line: in this process, or where the process itself is looked at, as users do.</summary>
public static class Shell
{
    /// <summary>Runs <c>township</c> with these arguments in this process, as if in a pipe and in English.</summary>
    public static async Task<Answer> Township(params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        Channels.Current = new(output, error, IsTerminal: false);
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var exit = await CommandLine.Run(args);
        return new(exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Runs it as a process of its own, in a pipe, with more environment; without any the language is English.</summary>
    /// <param name="environment">Further variables.</param>
    /// <param name="folder">Its working folder; default: that of the tests.</param>
    /// <param name="args">The arguments.</param>
    public static async Task<Answer> Process(IReadOnlyDictionary<string, string> environment, string? folder, params string[] args)
    {
        using var process = Start(environment, folder, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    public static System.Diagnostics.Process Start(IReadOnlyDictionary<string, string> environment, string? folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "township.dll"), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG", "TOWNSHIP_STORE"]) start.Environment.Remove(name);
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return System.Diagnostics.Process.Start(start)!;
    }
}
