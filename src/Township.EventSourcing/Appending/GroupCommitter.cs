using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Township.EventSourcing;

/// <summary>
/// The one writer of a silo to a store: commits of many aggregates share one transaction and one fsync. While one
/// batch is being stored the next one gathers; nothing ever waits for a batch to fill. Thread-safe.
/// </summary>
/// <remarks>
/// An answered commit is durable. A failed append is tried again a bounded number of times, then every commit of the
/// batch fails; appending again is safe because stores recognise command ids, so a lost acknowledgement is found as
/// a stored commit instead of being written twice.
/// </remarks>
public sealed partial class GroupCommitter : IAsyncDisposable
{
    readonly IEventStore _store;
    readonly GroupCommitOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly AdmissionGate _gate;
    readonly ResiliencePipeline _retry;
    readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    readonly Task _running;

    sealed record Pending(Commit Commit, Admission Admission, TaskCompletionSource<AppendResult> Answer, long QueuedAt);

    /// <summary>Starts the writer.</summary>
    public GroupCommitter(IEventStore store, GroupCommitOptions options, TimeProvider clock, ILogger<GroupCommitter> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_store, _options, _clock, _log) = (store, options, clock, log);
        _gate = new(options.MaxQueuedCommits, options.MaxQueuedBytes, options.AdmissionTimeout, clock);
        _retry = Retrying(options, clock, log);
        _running = Task.Run(Run);
    }

    /// <summary>Waits for a place in the queue.</summary>
    /// <exception cref="StoreOverloadedException">There was none in time. Nothing was written.</exception>
    public async ValueTask<Admission> Admit(CancellationToken cancellationToken = default)
    {
        await _gate.Enter(cancellationToken);
        return new Admission(_gate);
    }

    /// <summary>Queues a commit at once and answers when its fate is known. Commits are stored in the order of these calls.</summary>
    /// <exception cref="StoreUnavailableException">The retries are used up, or the writer has stopped.</exception>
    public Task<AppendResult> Append(Admission admission, Commit commit)
    {
        ArgumentNullException.ThrowIfNull(admission);
        ArgumentNullException.ThrowIfNull(commit);
        admission.Use(commit.Content.Size);
        var pending = new Pending(commit, admission, new(TaskCreationOptions.RunContinuationsAsynchronously), _clock.GetTimestamp());
        if (!_queue.Writer.TryWrite(pending)) Fail(pending, new StoreUnavailableException("The silo is shutting down. Nothing was written."));
        return pending.Answer.Task;
    }

    /// <summary>Takes no more commits, stores what is queued, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
    }

    static ResiliencePipeline Retrying(GroupCommitOptions options, TimeProvider clock, ILogger log) => options.Retries == 0
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>(),
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = TimeSpan.FromSeconds(1),
            OnRetry = retry =>
            {
                TownshipDiagnostics.Retries.Add(1);
                LogRetry(log, retry.AttemptNumber + 1, retry.RetryDelay, retry.Outcome.Exception?.Message);
                return default;
            },
        }).Build();

    async Task Run()
    {
        var batch = new List<Pending>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            for (var bytes = 0L; batch.Count < _options.MaxBatchCommits && _queue.Reader.TryPeek(out var next);)
            {
                bytes += next.Commit.Content.Size;
                if (batch.Count > 0 && bytes > _options.MaxBatchBytes) break;
                if (_queue.Reader.TryRead(out next)) batch.Add(next);
            }

            await Store(batch);
            batch.Clear();
        }
    }

    async Task Store(List<Pending> batch)
    {
        using var activity = TownshipDiagnostics.Activities.StartActivity("append", ActivityKind.Client);
        activity?.SetTag("township.batch_size", batch.Count);
        var mayHaveCommitted = false;
        try
        {
            Commit[] commits = [.. batch.Select(p => p.Commit)];
            var results = await _retry.ExecuteAsync(async cancellation =>
            {
                try
                {
                    return await _store.Append(commits, cancellation);
                }
                catch (StoreUnavailableException e)
                {
                    mayHaveCommitted |= e.MayHaveCommitted;
                    throw;
                }
            });
            TownshipDiagnostics.BatchSize.Record(batch.Count);
            for (var i = 0; i < batch.Count; i++) Answer(batch[i], results[i]);
        }
        catch (StoreUnavailableException e) when (mayHaveCommitted && !e.MayHaveCommitted)
        {
            FailAll(batch, new StoreUnavailableException(e.Message, e, mayHaveCommitted: true), activity);
        }
        catch (Exception e)
        {
            // Whatever it is, nobody may wait for ever, and the writer must live: every caller gets the failure.
            FailAll(batch, e, activity);
        }
    }

    void Answer(Pending pending, AppendResult result)
    {
        // Our own commit, found again after a lost acknowledgement: it is committed.
        if (result is AppendResult.Duplicate { Original: var original } && original.Content == pending.Commit.Content)
            result = new AppendResult.Committed(original.Position, original.LastVersion, original.Hash);
        if (result is AppendResult.Conflict) TownshipDiagnostics.Conflicts.Add(1);
        TownshipDiagnostics.AppendLatency.Record(_clock.GetElapsedTime(pending.QueuedAt).TotalSeconds);
        pending.Admission.Leave();
        pending.Answer.SetResult(result);
    }

    void FailAll(List<Pending> batch, Exception failure, Activity? activity)
    {
        activity?.SetStatus(ActivityStatusCode.Error, failure.Message);
        LogFailure(_log, failure, batch.Count);
        foreach (var pending in batch.Where(p => !p.Answer.Task.IsCompleted)) Fail(pending, failure);
    }

    static void Fail(Pending pending, Exception failure)
    {
        pending.Admission.Leave();
        pending.Answer.SetException(failure);
    }

    [LoggerMessage(LogLevel.Warning, "Append failed, trying again ({Attempt}) in {Delay}: {Reason}")]
    static partial void LogRetry(ILogger log, int attempt, TimeSpan delay, string? reason);

    [LoggerMessage(LogLevel.Error, "Append failed for {Count} commits; their callers have been told")]
    static partial void LogFailure(ILogger log, Exception failure, int count);
}
