using System.Diagnostics;
using System.Text;

[assembly: AssemblyFixture(typeof(Township.Templates.Feed))]

namespace Township.Templates;

/// <summary>
/// The packages of what was built, in a folder, and what a user has who knows that folder: the commands of .NET, without packages
/// or templates of ours from before.
/// </summary>
public sealed class Feed : IAsyncLifetime
{
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("township-templates-");

    /// <summary>The folder with the packages.</summary>
    public string Packages => Path.Combine(_root.FullName, "feed");

    /// <summary>An empty folder, under which the packages are found.</summary>
    public string Work => Path.Combine(_root.FullName, "work");

    string Cache => Path.Combine(_root.FullName, "packages");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Work);
        LinkCache();
        await File.WriteAllTextAsync(Path.Combine(Work, "nuget.config"), $"""
            <configuration><packageSources><add key="township" value="{Packages}" /></packageSources></configuration>
            """);
        var project = Path.Combine(SourceTree.Root, "tests", "Township.Templates.Tests", "Township.Templates.Tests.csproj");
        await Dotnet(SourceTree.Root, "msbuild", project, "-t:PackAll", $"-p:Feed={Packages}", "-m:1", "-v:q", "-nologo");
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs <c>dotnet new</c> with templates of its own.</summary>
    public Task<string> New(string folder, params string[] args) =>
        Dotnet(folder, ["new", .. args, "--debug:custom-hive", Path.Combine(_root.FullName, "hive")]);

    /// <summary>Runs a command of .NET, and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public async Task<string> Dotnet(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // What the commands that run these tests left for their own children.
        foreach (var name in start.Environment.Keys.Where(IsLeft).ToList()) start.Environment.Remove(name);
        start.Environment["NUGET_PACKAGES"] = Cache;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var said = await output + await error;
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"dotnet {string.Join(' ', args)} ended with {process.ExitCode}:\n{said}");
    }

    static bool IsLeft(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal);

    // What others publish is taken from the machine's own cache; ours, of the same version as last time, must not be.
    void LinkCache()
    {
        Directory.CreateDirectory(Cache);
        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (!Directory.Exists(machine)) return;
        foreach (var package in Directory.EnumerateDirectories(machine).Where(p => !Path.GetFileName(p).StartsWith("township.", StringComparison.Ordinal)))
            Directory.CreateSymbolicLink(Path.Combine(Cache, Path.GetFileName(package)), package);
    }
}
