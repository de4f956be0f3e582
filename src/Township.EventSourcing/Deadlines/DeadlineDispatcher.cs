using System.Data.Common;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Township.EventSourcing;

/// <summary>
/// Sends due commands in this process while it owns the subscription of the deadlines. Sleeps until the next due time, which it looks up in
/// an index: a million deadlines are rows, not timers. Thread-safe.
/// </summary>
public sealed partial class DeadlineDispatcher : IAsyncDisposable
{
    // Timers support no longer periods.
    static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    static readonly TimeSpan MovedMeanwhile = TimeSpan.FromSeconds(1), NotLiveYet = TimeSpan.FromSeconds(1);

    readonly SubscriptionRunner _runner;
    readonly DeadlineProjection _deadlines;
    readonly DeadlineOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly CancellationTokenSource _stop = new();
    DeadlineWorker? _worker;

    DeadlineDispatcher(SubscriptionRunner runner, DeadlineProjection deadlines, DeadlineOptions options, TimeProvider clock, ILogger log) =>
        (_runner, _deadlines, _options, _clock, _log) = (runner, deadlines, options, clock, log);

    /// <summary>
    /// Completes when this process no longer sends commands: the subscription has another owner, or this instance was disposed.
    /// </summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>The number of deadlines that are not settled, as of the last count.</summary>
    public long Pending => _worker?.Pending ?? 0;

    /// <summary>The number of deadlines whose command fails, as of the last count.</summary>
    public long Stuck => _worker?.Stuck ?? 0;

    /// <summary>How long the first undelivered deadline has been due; zero when there is none.</summary>
    public TimeSpan Lag => _worker?.OverdueSince is { } since && _clock.GetUtcNow() is var now && now > since ? now - since : TimeSpan.Zero;

    /// <summary>Sends due commands for as long as a runner owns the subscription.</summary>
    /// <param name="runner">The runner of <paramref name="deadlines"/>.</param>
    /// <param name="deadlines">The projection.</param>
    /// <param name="checkpoints">The store of the projection's rows.</param>
    /// <param name="reader">The event store.</param>
    /// <param name="sender">Delivers commands.</param>
    /// <param name="options">Batch sizes, pauses and timeouts.</param>
    /// <param name="clock">The clock of decisions, by which deadlines are due.</param>
    /// <param name="log">Where interruptions are logged.</param>
    public static DeadlineDispatcher Start(
        SubscriptionRunner runner, DeadlineProjection deadlines, ICheckpointStore<DbTransaction> checkpoints, IEventReader reader,
        IDeadlineSender sender,
        DeadlineOptions options, TimeProvider clock, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var dispatcher = new DeadlineDispatcher(runner, deadlines, options, clock, log);
        DeadlineGauges.Add(dispatcher);
        dispatcher.Completion = Task.Run(
            () => dispatcher.Run(lease => new(lease, checkpoints, deadlines, reader, sender, runner.Reached, options, clock, log)));
        return dispatcher;
    }

    /// <summary>Stops. Commands in flight are abandoned; the next owner of the subscription sends them again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    async Task Run(Func<SubscriptionLease, DeadlineWorker> make)
    {
        _ = _runner.Completion.ContinueWith(_ => _stop.Cancel(), TaskScheduler.Default);
        try
        {
            _worker = make(await _runner.Taken.WaitAsync(_stop.Token));
            var patient = WaitingOut();
            while (true)
            {
                _deadlines.Signal.Reset();
                var next = await patient.ExecuteAsync(async c => await _worker.Work(c), _stop.Token);
                if (next is null) await Task.Delay(NotLiveYet, _stop.Token);
                else if (next > _clock.GetUtcNow()) await Sleep(next.Value);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is SubscriptionDeposedException or SubscriptionSupersededException or ObjectDisposedException)
        {
            LogEnded(_log, e.Message);
        }
        finally
        {
            DeadlineGauges.Remove(this);
        }
    }

    // Sleeps by the clock of decisions, which tests may move, and at most {LookInterval} of real time.
    async Task Sleep(DateTimeOffset next)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var before = _clock.GetUtcNow();
        var pause = next - before < LongestTimer ? next - before : LongestTimer;
        var until = Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, _clock, awake.Token);
        // If the clock was moved while the timer was created, the timer would fire too late.
        if (_clock.GetUtcNow() - before < MovedMeanwhile)
            await Task.WhenAny(until, Task.Delay(_options.LookInterval, TimeProvider.System, awake.Token), _deadlines.Signal.Before(next));
        await awake.CancelAsync();
        _stop.Token.ThrowIfCancellationRequested();
    }

    ResiliencePipeline WaitingOut() => new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<Exception>(
            e => e is not (SubscriptionDeposedException or SubscriptionSupersededException
                or OperationCanceledException or ObjectDisposedException)),
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromMilliseconds(100),
        MaxDelay = TimeSpan.FromSeconds(5),
        OnRetry = retry =>
        {
            if (retry.AttemptNumber == 0)
                LogInterrupted(
                    _log, retry.Outcome.Exception is EventStoreException ? null : retry.Outcome.Exception,
                    retry.Outcome.Exception!.Message);
            return default;
        },
    }).Build();

    [LoggerMessage(LogLevel.Information, "This process no longer sends due commands: {Reason}")]
    static partial void LogEnded(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Sending due commands failed and will be tried again: {Reason}")]
    static partial void LogInterrupted(ILogger log, Exception? failure, string reason);
}
