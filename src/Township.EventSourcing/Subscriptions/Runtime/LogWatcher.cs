using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Polls a store that other processes write to, once for all subscriptions of this process, and reports what it finds to a
/// <see cref="CommitSignal"/>. Polls often while commits arrive, and less and less often while none do.
/// </summary>
public sealed partial class LogWatcher : IAsyncDisposable
{
    // If more was appended since the last look, only the newest commit is learnt: reading all categories would take too long.
    const int MaxNews = 10_000;

    readonly IEventReader _reader;
    readonly CommitSignal _signal;
    readonly SubscriptionOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly CancellationTokenSource _stop = new();
    readonly Task _running;
    bool _failing;

    /// <summary>Starts polling.</summary>
    public LogWatcher(IEventReader reader, CommitSignal signal, SubscriptionOptions options, TimeProvider clock, ILogger<LogWatcher> log)
    {
        (_reader, _signal, _options, _clock, _log) = (reader, signal, options, clock, log);
        _running = Task.Run(Run);
    }

    /// <summary>Stops polling.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    async Task Run()
    {
        try
        {
            var pause = WakeUpTimings.FirstPoll;
            while (true)
            {
                var isNews = await Look();
                // If this process is the only writer, its committer reports everything from now on: one look at what is there is enough.
                if (!_failing && _options.PollInterval == Timeout.InfiniteTimeSpan) return;
                pause = _failing ? _options.ControlInterval : isNews ? WakeUpTimings.FirstPoll : Min(pause * 2, _options.PollInterval);
                await Task.Delay(pause, _clock, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    async Task<bool> Look()
    {
        try
        {
            var isNews = await LookNow();
            if (_failing) LogBack(_log);
            _failing = false;
            return isNews;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // No failure ends the watcher: without it subscriptions would look only once per second.
            if (!_failing) LogFailure(_log, e.Message);
            _failing = true;
            return false;
        }
    }

    async Task<bool> LookNow()
    {
        var (head, known) = (await _reader.ReadLogHead(_stop.Token), _signal.Known);
        if (_reader is not ISharedLogReader shared)
        {
            var isNews = head.Position > _signal.Position;
            _signal.Raise(head.Position);
            return isNews;
        }

        if (head.Position == 0 || head.Position == known?.Position) return false;
        if (known is not null && head.Position - known.Position is < 0 or > MaxNews)
        {
            _signal.Forget();
            known = null;
        }

        var news = await shared.ReadNews(known?.Position ?? head.Position - 1, known?.Hash, _stop.Token);
        // If the store no longer has our last known commit (fail-over, lagging replica), forget what we know: its new commits belong to another
        // history.
        if (news is null && known is not null) _signal.Forget();
        // What this process has written meanwhile was reported by its committer and is not new.
        return news is not null && _signal.Raise(news);
    }

    static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    [LoggerMessage(LogLevel.Warning, "The store's head cannot be read; subscriptions wait: {Reason}")]
    static partial void LogFailure(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "The store's head can be read again")]
    static partial void LogBack(ILogger log);
}
