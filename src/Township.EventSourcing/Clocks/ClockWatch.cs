using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Compares the clock of this process with that of the store's server at regular intervals, and logs when they start to differ
/// and when they agree again.
/// </summary>
public sealed partial class ClockWatch : IAsyncDisposable
{
    static readonly ConcurrentDictionary<ClockWatch, ClockGuard> Running = [];

    readonly ClockGuard _guard;
    readonly IStoreClock _server;
    readonly ILogger _log;
    readonly PeriodicTimer _timer;
    Task _loop = Task.CompletedTask;
    bool _isOff;

    ClockWatch(ClockGuard guard, IStoreClock server, TimeSpan every, ILogger log) =>
        (_guard, _server, _log, _timer) = (guard, server, log, new(every));

    /// <summary>Compares once, and then in the background until disposed.</summary>
    /// <param name="guard">The guard of this process's clock.</param>
    /// <param name="server">The clock to compare with.</param>
    /// <param name="every">The interval between two comparisons.</param>
    /// <param name="log">Where differences are logged.</param>
    /// <param name="cancellationToken">Gives up the first comparison.</param>
    /// <exception cref="StoreUnavailableException">The server did not answer the first comparison.</exception>
    public static async Task<ClockWatch> Start(
        ClockGuard guard, IStoreClock server, TimeSpan every, ILogger log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(guard);
        await guard.Compare(server, cancellationToken);
        var watch = new ClockWatch(guard, server, every, log);
        watch.Tell();
        Running[watch] = guard;
        watch._loop = Task.Run(watch.Run, CancellationToken.None);
        return watch;
    }

    /// <summary>Stops comparing. The result of the last comparison stays in effect.</summary>
    public async ValueTask DisposeAsync()
    {
        Running.TryRemove(this, out _);
        _timer.Dispose();
        await _loop;
    }

    internal static IEnumerable<Measurement<double>> Differences() =>
        Running.Values.Select(g => new Measurement<double>(g.Difference?.TotalSeconds ?? 0));

    async Task Run()
    {
        while (await _timer.WaitForNextTickAsync()) await Look();
    }

    /// <summary>
    /// Compares now, ahead of schedule. A failure does not end the watch: the result of the last comparison stays in effect.
    /// </summary>
    public async Task Look()
    {
        try
        {
            await _guard.Compare(_server);
        }
        catch (Exception e)
        {
            LogNotCompared(_log, e.Message);
        }

        Tell();
    }

    void Tell()
    {
        if (_guard.Difference is not { } difference || _guard.IsOff == _isOff) return;
        _isOff = !_isOff;
        if (_isOff) LogDiffers(_log, new ClockDiffersException(difference).Message);
        else LogAgrees(_log, difference);
    }

    [LoggerMessage(LogLevel.Error, "No commands are accepted: {Reason}")]
    static partial void LogDiffers(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "The silo's clock and the database server's agree again, to within {Difference}; "
        + "commands are accepted.")]
    static partial void LogAgrees(ILogger log, TimeSpan difference);

    [LoggerMessage(LogLevel.Debug, "The silo's clock could not be compared with the database server's: {Reason}")]
    static partial void LogNotCompared(ILogger log, string reason);
}
