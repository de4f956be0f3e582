using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Township.EventSourcing;

/// <summary>
/// Keeps one subscription going in this process, as its owner: wakes when there are commits, waits out the failures
/// of store and checkpoint store, and ends when somebody else has taken over. Thread-safe.
/// </summary>
public sealed partial class SubscriptionRunner : IAsyncDisposable
{
    // A bell that was rung for a commit which the reader cannot see yet: replicas lag.
    static readonly TimeSpan Impatience = TimeSpan.FromMilliseconds(10);

    // What does not matter to this subscription may come by the thousand: passing over it is not worth a transaction each.
    static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(25);

    readonly Subscription _subscription;
    readonly SubscriptionWorker _worker;
    readonly CommitSignal _signal;
    readonly SubscriptionOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly CancellationTokenSource _stop = new(), _abort;
    readonly SubscriptionProgress _progress = new();
    readonly TaskCompletionSource<SubscriptionLease> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    SubscriptionRunner(Subscription subscription, IEventReader reader, CommitSignal signal, SubscriptionOptions options, TimeProvider clock, ILogger log)
    {
        (_subscription, _signal, _options, _clock, _log) = (subscription, signal, options, clock, log);
        _worker = new(subscription, reader, options, clock, log, signal);
        _abort = new(Timeout.InfiniteTimeSpan, clock);
    }

    /// <summary>The subscription.</summary>
    public Subscription Subscription => _subscription;

    /// <summary>
    /// Ends when the subscription is no longer run here: with <see cref="SubscriptionDeposedException"/> or
    /// <see cref="SubscriptionSupersededException"/>, or without an error once it was disposed.
    /// </summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Ends when the subscription is owned here, with the right to write as its owner; never where it was not to be had.</summary>
    public Task<SubscriptionLease> Taken => _taken.Task;

    /// <summary>
    /// What keeps the subscription from going on at the moment, such as a database that does not answer; null when nothing does.
    /// </summary>
    public string? Interruption { get; private set; }

    /// <summary>Whether it stands still before a commit that it cannot handle.</summary>
    public bool IsStopped => _progress.IsStopped;

    /// <summary>How far the rows that queries see are behind the store, as far as this process knows.</summary>
    public SubscriptionLag Lag => _progress.Lag(_signal.Position, _clock.GetUtcNow());

    /// <summary>Takes a subscription over and keeps it going.</summary>
    /// <param name="subscription">What to run.</param>
    /// <param name="reader">The store.</param>
    /// <param name="signal">Rung by whoever writes to the store, or watches it.</param>
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

    /// <summary>Ends when queries see everything up to a position.</summary>
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
                var told = _signal.Position;
                var worked = await patient.ExecuteAsync(async _ => await Step(), _stop.Token);
                _stop.Token.ThrowIfCancellationRequested();
                if (worked && !_worker.PassedOver) continue;
                if (worked && MayMatter(Waiting, _signal.Position)) await Task.Delay(Lull, _clock, _stop.Token);
                else if (!await News(told)) await patient.ExecuteAsync(async _ => await Refresh(), _stop.Token);
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

    async Task<bool> Step()
    {
        var worked = await _worker.Step(_abort.Token);
        Interruption = null;
        _progress.Tell(_worker);
        return worked;
    }

    async Task Refresh()
    {
        await _worker.Refresh(_abort.Token);
        Interruption = null;
        _progress.Tell(_worker);
    }

    /// <summary>Waits until there may be something to do; false when it is time to look at the record instead.</summary>
    /// <param name="told">How far the store was known to reach before the last step, which therefore should have seen it.</param>
    async Task<bool> News(long told)
    {
        var position = Waiting;
        if (MayMatter(position, told))
        {
            await Task.Delay(Impatience, _clock, _stop.Token);
            return true;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var pause = Task.Delay(_options.ControlInterval, _clock, ended.Token);
        while (!pause.IsCompleted && !MayMatter(position, _signal.Position))
        {
            await (_worker.IsOnlyGapAfter(position)
                ? Task.Delay(Impatience, _clock, _stop.Token)
                : Task.WhenAny(_signal.Beyond(Seen(position), ended.Token), pause));
            _stop.Token.ThrowIfCancellationRequested();
            // What does not matter is passed over here; the record follows when the pause ends, or something does matter.
            _progress.Tell(_worker);
        }

        await ended.CancelAsync();
        return MayMatter(position, _signal.Position);
    }

    /// <summary>From where on there may be something to do.</summary>
    long Waiting => _worker.Builds.Where(b => b.Failure is null).Select(b => b.Position).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>Whether between two positions there may be something to do that is best done now.</summary>
    bool MayMatter(long position, long end) => end > Seen(position) && !_worker.IsOnlyGapAfter(position);

    /// <summary>Up to where nothing after a position can matter.</summary>
    long Seen(long position) => _worker.QuietAfter(position) ?? position;

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
