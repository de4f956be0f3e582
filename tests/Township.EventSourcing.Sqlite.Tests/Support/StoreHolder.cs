using System.Diagnostics;
using System.Globalization;

namespace Township.EventSourcing.Sqlite.Tests;

/// <summary>Another process that has a store open.</summary>
sealed class StoreHolder : IDisposable
{
    readonly Process _process;
    int _appended;

    StoreHolder(Process process) => _process = process;

    public int ProcessId => _process.Id;

    public static async Task<StoreHolder> Start(string path)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Township.EventSourcing.Sqlite.StoreHolder" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var holder = new StoreHolder(Process.Start(new ProcessStartInfo(program, [path]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
        (await holder._process.StandardOutput.ReadLineAsync()).Should().Be("open");
        return holder;
    }

    /// <summary>Appends the next commit.</summary>
    public async Task Append() => (await TryAppend(++_appended)).Should().Be(nameof(AppendResult.Committed));

    /// <summary>Appends a commit and answers how that ended.</summary>
    public async Task<string?> TryAppend(int number, int characters = 0)
    {
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"append {number} {characters}"));
        return await _process.StandardOutput.ReadLineAsync();
    }

    /// <summary>Makes somebody's key in the vault beside the store; its secret.</summary>
    public async Task<string> Key(string id)
    {
        await _process.StandardInput.WriteLineAsync($"key {id}");
        return (await _process.StandardOutput.ReadLineAsync())!;
    }

    /// <summary>Erases it.</summary>
    public async Task EraseKey(string id)
    {
        await _process.StandardInput.WriteLineAsync($"erase {id}");
        (await _process.StandardOutput.ReadLineAsync()).Should().Be(bool.TrueString);
    }

    /// <summary>No file of the process can become longer than this from now on: like a disk without room.</summary>
    public async Task LimitFiles(long bytes)
    {
        using var limit = Process.Start("prlimit", [string.Create(CultureInfo.InvariantCulture, $"--pid={ProcessId}"), string.Create(CultureInfo.InvariantCulture, $"--fsize={bytes}:")]);
        await limit.WaitForExitAsync();
        limit.ExitCode.Should().Be(0);
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
