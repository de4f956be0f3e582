using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Township.EventSourcing;

/// <summary>
/// The one writer of a silo to a store: commits of many aggregates share one transaction and one fsync. While one
/// batch is being stored the next one gathers; nothing ever waits for a batch to fill. Thread-safe.
/// </summary>
/// <remarks>
/// An answered commit is durable. A failed append is tried again for a bounded time, then every commit of the
/// batch fails; appending again is safe because stores recognise command ids, so a lost acknowledgement is found as
/// a stored commit instead of being written twice.
/// </remarks>
public sealed partial class GroupCommitter : IAsyncDisposable
{
    readonly IEventStore _store;
    readonly GroupCommitOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly PersonalData? _vault;
    readonly AdmissionGate _gate;
    readonly ResiliencePipeline _retry;
    readonly BlockingCollection<Pending> _queue = [];
    readonly BlockingCollection<(List<Pending> Batch, IReadOnlyList<AppendResult> Results)> _unanswered = [];
    readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long _oldestQueuedAt;

    sealed class Pending(Commit commit, Admission admission, long queuedAt) : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Commit Commit => commit;

        public Admission Admission => admission;

        public long QueuedAt => queuedAt;
    }

    /// <summary>Starts the writer.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">Measures waiting.</param>
    /// <param name="log">For what somebody should look at.</param>
    /// <param name="vault">What texts are sealed with: after a failure it is asked whether their keys are still there.</param>
    public GroupCommitter(IEventStore store, GroupCommitOptions options, TimeProvider clock, ILogger<GroupCommitter> log, PersonalData? vault = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_store, _options, _clock, _log, _vault) = (store, options, clock, log, vault);
        _gate = new(options.MaxQueuedCommits, options.MaxQueuedBytes, options.AdmissionTimeout, clock);
        _retry = Retrying();
        // Threads of their own: on the pool the next batch would wait behind all the work of grains.
        new Thread(Run) { Name = "township-committer", IsBackground = true }.Start();
        new Thread(AnswerOn) { Name = "township-answers", IsBackground = true }.Start();
    }

    /// <summary>Rings for every batch with something stored: subscriptions need not poll.</summary>
    public CommitSignal Stored { get; } = new();

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
        var pending = new Pending(commit, admission, _clock.GetTimestamp());
        try
        {
            _queue.Add(pending);
        }
        catch (InvalidOperationException)
        {
            Fail(pending, new StoreUnavailableException("The silo is shutting down. Nothing was written."));
        }

        return pending.Task;
    }

    /// <summary>Takes no more commits, stores what is queued, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _stopped.Task;
    }

    ResiliencePipeline Retrying() => _options.Retries == 0
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = _clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = attempt => new(attempt.Outcome.Exception is StoreUnavailableException && _clock.GetElapsedTime(_oldestQueuedAt) < _options.RetryFor),
            MaxRetryAttempts = _options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _options.RetryDelay,
            MaxDelay = TimeSpan.FromSeconds(1),
            OnRetry = retry =>
            {
                TownshipDiagnostics.Retries.Add(1);
                LogRetry(_log, retry.AttemptNumber + 1, retry.RetryDelay, retry.Outcome.Exception?.Message);
                return default;
            },
        }).Build();

    void Run()
    {
        Pending? next = null;
        while (next is not null || _queue.TryTake(out next, Timeout.Infinite))
        {
            var (batch, bytes) = (new List<Pending>(), 0L);
            do
            {
                batch.Add(next);
                bytes += next.Commit.Content.Size;
                next = null;
            }
            while (batch.Count < _options.MaxBatchCommits && _queue.TryTake(out next) && bytes + next.Commit.Content.Size <= _options.MaxBatchBytes);

            Store(batch);
        }

        _unanswered.CompleteAdding();
    }

    void Store(List<Pending> batch)
    {
        using var activity = TownshipDiagnostics.Activities.StartActivity("append", ActivityKind.Client);
        activity?.SetTag("township.batch_size", batch.Count);
        var mayHaveCommitted = false;
        _oldestQueuedAt = batch[0].QueuedAt;
        Commit[] commits = [];
        try
        {
            var results = _retry.Execute(() =>
            {
                try
                {
                    FailUnreadable(batch, mayHaveCommitted);
                    commits = [.. batch.Select(p => p.Commit)];
                    // This thread does nothing else: it may wait for the store.
                    return commits.Length == 0 ? [] : _store.Append(commits).GetAwaiter().GetResult();
                }
                catch (Exception e)
                {
                    NoteFailure();
                    mayHaveCommitted |= e is StoreUnavailableException { MayHaveCommitted: true };
                    throw;
                }
            });
            if (commits.Length == 0) return;
            Report(commits, results);
            // Where the next batch is waiting, those whose commits are stored are answered while the store is at work on it.
            if (_queue.Count > 0) _unanswered.Add((batch, results));
            else AnswerAll(batch, results);
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

    // What is stored is stored, whatever becomes of those who are told of it: listeners to a metric, subscriptions.
    void Report(Commit[] commits, IReadOnlyList<AppendResult> results)
    {
        try
        {
            TownshipDiagnostics.BatchSize.Record(commits.Length);
            Tell(commits, results);
        }
        catch (Exception e)
        {
            // Subscriptions then look for themselves.
            Stored.Forget();
            LogNotReported(_log, e);
        }
    }

    void Tell(Commit[] commits, IReadOnlyList<AppendResult> results)
    {
        var (first, last, count) = (long.MaxValue, new LogMark(0, CommitHash.Zero), 0);
        var categories = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < commits.Length; i++)
        {
            if (results[i] is not AppendResult.Committed committed) continue;
            count++;
            categories.Add(commits[i].Stream.Category);
            first = Math.Min(first, committed.Position);
            if (committed.Position > last.Position) last = new(committed.Position, committed.Hash);
        }

        if (count == last.Position - first + 1) Stored.Raise(new LogStretch(first - 1, last, categories));
        else Stored.Raise(last.Position);
    }

    [LoggerMessage(LogLevel.Warning, "Append failed, trying again ({Attempt}) in {Delay}: {Reason}")]
    static partial void LogRetry(ILogger log, int attempt, TimeSpan delay, string? reason);
}
