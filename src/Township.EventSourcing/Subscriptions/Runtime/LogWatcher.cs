using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Looks how far a store reaches, for all subscriptions of a process at once: other processes write to it too. Looks
/// often while there is news, and less and less often while there is none.
/// </summary>
public sealed partial class LogWatcher : IAsyncDisposable
{
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    // After a longer absence what there is is known from now on only.
    const int MostNews = 10_000;

    readonly IEventReader _reader;
    readonly CommitSignal _signal;
    readonly SubscriptionOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly CancellationTokenSource _stop = new();
    readonly Task _running;
    bool _failing;

    /// <summary>Starts to look.</summary>
    public LogWatcher(IEventReader reader, CommitSignal signal, SubscriptionOptions options, TimeProvider clock, ILogger<LogWatcher> log)
    {
        (_reader, _signal, _options, _clock, _log) = (reader, signal, options, clock, log);
        _running = Task.Run(Run);
    }

    /// <summary>Stops looking.</summary>
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
            var pause = Shortest;
            while (true)
            {
                var isNews = await Look();
                // With a single writer, which rings the bell itself, one look is enough: at what was there before.
                if (!_failing && _options.PollInterval == Timeout.InfiniteTimeSpan) return;
                pause = _failing ? _options.ControlInterval : isNews ? Shortest : Min(pause * 2, _options.PollInterval);
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
            // Whatever it is, it must not end the watch: without it subscriptions would only look once per second.
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
        if (known is not null && head.Position - known.Position is < 0 or > MostNews)
        {
            _signal.Forget();
            known = null;
        }

        var news = await shared.ReadNews(known?.Position ?? head.Position - 1, known?.Hash, _stop.Token);
        // A store without the commit up to which something is known has lost it in a fail-over, or is a replica that lags behind:
        // what it goes on with must not be added to what was known.
        if (news is null && known is not null) _signal.Forget();
        // What this process has written meanwhile it tells by itself, and that is no news.
        return news is not null && _signal.Raise(news);
    }

    static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    [LoggerMessage(LogLevel.Warning, "The store's head cannot be read; subscriptions wait: {Reason}")]
    static partial void LogFailure(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "The store's head can be read again")]
    static partial void LogBack(ILogger log);
}
