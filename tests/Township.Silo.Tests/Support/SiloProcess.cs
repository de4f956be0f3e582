using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Township.Silo.Tests;

/// <summary>How a process ended.</summary>
sealed record ProcessEnd(int ExitCode, string Output, string Error)
{
    /// <summary>Makes sure that it ended with one clear line.</summary>
    public void IsRefusal(int exitCode, string told)
    {
        ExitCode.Should().Be(exitCode, "it said {0}", this);
        Error.Should().MatchRegex(@"\Atownship: [^\n]+\n\z").And.Contain(told);
        (Output + Error).Should().NotContain("   at ");
    }
}

/// <summary>The built silo as a process of its own; killed, if need be, when disposed.</summary>
sealed class SiloProcess : IAsyncDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    // Below those that the system gives to connections, and never the same twice: silos start and die by the dozen here.
    static int _lastPort = Random.Shared.Next(12_000, 28_000);

    readonly Process _process;
    readonly ConcurrentQueue<string> _output = new(), _error = new();
    readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _outputEnded = new(), _errorEnded = new();

    SiloProcess(string folder, string[] arguments, string program = "Township.Silo")
    {
        var file = Path.Combine(AppContext.BaseDirectory, program + (OperatingSystem.IsWindows() ? ".exe" : ""));
        _process = new() { StartInfo = new(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true } };
        _process.StartInfo.StandardOutputEncoding = _process.StartInfo.StandardErrorEncoding = System.Text.Encoding.UTF8;
        _process.OutputDataReceived += (_, e) => Take(e.Data, _output, _outputEnded);
        _process.ErrorDataReceived += (_, e) => Take(e.Data, _error, _errorEnded);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int HealthPort { get; private init; }

    public int GatewayPort { get; private init; }

    public int SiloPort { get; private init; }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>What it has printed so far.</summary>
    public string Output => Text(_output);

    public static SiloProcess Start(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Hosts a silo on free ports, on the store in the folder unless the settings say otherwise.</summary>
    public static SiloProcess Host(TemporaryFolder folder, params string[] settings) =>
        Host(folder.Path, [$"--Township:Store:ConnectionString=Data Source={folder.Store}", .. settings]);

    /// <summary>Hosts a silo on free ports.</summary>
    public static SiloProcess Host(string folder, string[] settings, string program = "Township.Silo")
    {
        var (health, port, gateway) = (FreePort(), FreePort(), FreePort());
        return new(folder, [$"--Urls=http://127.0.0.1:{health}", $"--Silo:SiloPort={port}", $"--Silo:GatewayPort={gateway}", .. settings], program)
        {
            HealthPort = health,
            SiloPort = port,
            GatewayPort = gateway,
        };
    }

    static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Interlocked.Increment(ref _lastPort));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody else's; the next one then.
            }
        }
    }

    /// <summary>Waits for the line that says so; fails when the process ends before.</summary>
    public async Task IsReady()
    {
        if (await Task.WhenAny(_ready.Task, _process.WaitForExitAsync()).WaitAsync(Deadline) != _ready.Task)
            throw new InvalidOperationException($"The silo ended: {await End()}");
    }

    public async Task<(HttpStatusCode Status, string Body)> Get(string path)
    {
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{HealthPort}") };
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Kill() => _process.Kill();

    public async Task<ProcessEnd> End()
    {
        await _process.WaitForExitAsync().WaitAsync(Deadline);
        await Task.WhenAll(_outputEnded.Task, _errorEnded.Task).WaitAsync(Deadline);
        return new(_process.ExitCode, Text(_output), Text(_error));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    void Take(string? line, ConcurrentQueue<string> lines, TaskCompletionSource ended)
    {
        if (line is null)
        {
            ended.TrySetResult();
            return;
        }

        lines.Enqueue(line);
        if (line.Contains("Township is ready", StringComparison.Ordinal)) _ready.TrySetResult();
    }

    static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));
}
