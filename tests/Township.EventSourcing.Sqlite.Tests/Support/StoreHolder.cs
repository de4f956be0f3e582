using System.Diagnostics;

namespace Township.EventSourcing.Sqlite.Tests;

/// <summary>Another process that has a store open.</summary>
sealed class StoreHolder : IDisposable
{
    readonly Process _process;

    StoreHolder(Process process) => _process = process;

    public int ProcessId => _process.Id;

    public static async Task<StoreHolder> Start(string path)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Township.EventSourcing.Sqlite.StoreHolder" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var holder = new StoreHolder(Process.Start(new ProcessStartInfo(program, [path]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
        (await holder._process.StandardOutput.ReadLineAsync()).Should().Be("open");
        return holder;
    }

    public async Task Append()
    {
        await _process.StandardInput.WriteLineAsync("append");
        (await _process.StandardOutput.ReadLineAsync()).Should().Be("appended");
    }

    public async Task Stop()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.ExitCode.Should().Be(0);
    }

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
