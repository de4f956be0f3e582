using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Township.EventSourcing;

/// <summary>
/// Runs one subscription in this process as its owner: works while there are commits, waits while there are none, retries while the store or the
/// checkpoint store fails, and ends when another owner has taken over. Thread-safe.
/// </summary>
public sealed partial class SubscriptionRunner : IAsyncDisposable
{
    readonly Subscription _subscription;
    readonly SubscriptionWorker _worker;
    readonly SubscriptionInterest _interest;
    readonly SubscriptionOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly CancellationTokenSource _stop = new(), _abort;
    readonly SubscriptionProgress _progress = new();
    readonly TaskCompletionSource<SubscriptionLease> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    SubscriptionRunner(Subscription subscription, IEventReader reader, CommitSignal signal, SubscriptionOptions options, TimeProvider clock, ILogger log)
    {
        (_subscription, _options, _clock, _log) = (subscription, options, clock, log);
        _interest = new(signal, subscription.Categories, clock);
        _worker = new(subscription, reader, options, clock, log);
        _abort = new(Timeout.InfiniteTimeSpan, clock);
    }

    /// <summary>The subscription.</summary>
    public Subscription Subscription => _subscription;

    /// <summary>
    /// Completes when the subscription is no longer run here: with <see cref="SubscriptionDeposedException"/> or
    /// <see cref="SubscriptionSupersededException"/>, or without an error once it was disposed.
    /// </summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Completes once this process owns the subscription; otherwise never.</summary>
    public Task<SubscriptionLease> Taken => _taken.Task;

    /// <summary>
    /// Why the subscription cannot work at the moment, such as a database that does not answer; null if it can.
    /// </summary>
    public string? Interruption { get; private set; }

    /// <summary>Whether it has stopped before a commit that it cannot handle.</summary>
    public bool IsStopped => _progress.IsStopped;

    /// <summary>How far the rows that queries see are behind the store, as far as this process knows.</summary>
    public SubscriptionLag Lag => _progress.Lag(_interest.Head, _clock.GetUtcNow());

    /// <summary>Takes a subscription over and runs it.</summary>
    /// <param name="subscription">What to run.</param>
    /// <param name="reader">The store.</param>
    /// <param name="signal">Knows how far the log reaches.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">Drives every pause.</param>
    /// <param name="log">What people should know.</param>
    /// <param name="owner">This process, for people; default its number and the machine's name.</param>
    public static SubscriptionRunner Start(
        Subscription subscription, IEventReader reader, CommitSignal signal, SubscriptionOptions options, TimeProvider clock, ILogger log, string? owner = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var runner = new SubscriptionRunner(subscription, reader, signal, options, clock, log);
        SubscriptionGauges.Add(runner);
        runner.Completion = Task.Run(() => runner.Run(owner ?? $"process {Environment.ProcessId} on {Environment.MachineName}"));
        return runner;
    }

    /// <summary>Completes when queries see everything up to a position.</summary>
    /// <exception cref="SubscriptionStoppedException">
    /// The subscription has stopped before it, and will not get there until somebody acts.
    /// </exception>
    /// <exception cref="ObjectDisposedException">It is no longer run here.</exception>
    public Task Reached(long position, CancellationToken cancellationToken = default) => _progress.Reached(position).WaitAsync(cancellationToken);

    /// <summary>Stops: the transaction in flight finishes, or is given up after <see cref="SubscriptionOptions.DrainTimeout"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        _abort.CancelAfter(_options.DrainTimeout);
        await _stop.CancelAsync();
        await Completion.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    async Task Run(string owner)
    {
        try
        {
            var patient = WaitingOut();
            await patient.ExecuteAsync(async _ => await _worker.Take(owner, _abort.Token), _stop.Token);
            _taken.SetResult(_worker.Lease);
            LogTaken(_log, _subscription.Name, _subscription.Version, owner);
            while (true)
            {
                var head = _interest.Head;
                var worked = await patient.ExecuteAsync(async _ => await Work(), _stop.Token);
                _stop.Token.ThrowIfCancellationRequested();
                if (worked && !_worker.PassedOver) continue;
                if (worked && _interest.MayMatter(Waiting, _interest.Head)) await Task.Delay(WakeUpTimings.PassedOver, _clock, _stop.Token);
                else if (!await News(head)) await patient.ExecuteAsync(async _ => await Refresh(), _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is SubscriptionDeposedException or SubscriptionSupersededException)
        {
            LogEnded(_log, e.Message);
            throw;
        }
        finally
        {
            SubscriptionGauges.Remove(this);
            _progress.End();
        }
    }

    async Task<bool> Work()
    {
        var worked = await _worker.Work(_abort.Token);
        Interruption = null;
        TellProgress();
        return worked;
    }

    async Task Refresh()
    {
        await _worker.Refresh(_abort.Token);
        Interruption = null;
        TellProgress();
    }

    /// <summary>Waits until there may be something to do; false if it is time to read the record instead.</summary>
    /// <param name="head">How far the log was known to reach before the last work, which therefore should have read it.</param>
    async Task<bool> News(long head)
    {
        var position = Waiting;
        if (!_interest.MayMatter(position, head)) return await _interest.Wait(position, _options.ControlInterval, TellProgress, _stop.Token);
        // The reader does not see it yet: replicas lag.
        await Task.Delay(WakeUpTimings.NotYetReadable, _clock, _stop.Token);
        return true;
    }

    // What is passed over without reading is reached; the record follows later.
    void TellProgress() => _progress.Tell(_worker, _interest);

    /// <summary>After this position there may be something to do.</summary>
    long Waiting => _worker.Builds.Where(b => b.Failure is null).Select(b => b.Position).DefaultIfEmpty(long.MaxValue).Min();

    // The store and the checkpoint store come back at some time; until then the runner keeps trying. Being deposed is final.
    ResiliencePipeline WaitingOut() => new ResiliencePipelineBuilder { TimeProvider = _clock }.AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not (SubscriptionDeposedException or SubscriptionSupersededException or OperationCanceledException)),
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = _options.RetryDelay,
        MaxDelay = TimeSpan.FromSeconds(5),
        OnRetry = retry =>
        {
            var (first, failure) = (Interruption is null, retry.Outcome.Exception!);
            Interruption = failure.Message;
            // What a database answers is one clear line; anything else is worth its stack.
            if (first) LogInterrupted(_log, failure is EventStoreException ? null : failure, _subscription.Name, failure.Message);
            return default;
        },
    }).Build();

    [LoggerMessage(LogLevel.Information, "Subscription {Name} (version {Version}) is run by {Owner}")]
    static partial void LogTaken(ILogger log, string name, int version, string owner);

    [LoggerMessage(LogLevel.Warning, "{Reason}")]
    static partial void LogEnded(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Subscription {Name} is interrupted, and goes on by itself: {Reason}")]
    static partial void LogInterrupted(ILogger log, Exception? failure, string name, string reason);
}
