using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Township.EventSourcing;

/// <summary>
/// Does the work of one owner of a subscription, one transaction at a time: creates tables, handles commits, publishes a build that has caught up,
/// drops tables that are no longer needed. Not thread-safe; <see cref="SubscriptionRunner"/> drives it.
/// </summary>
public sealed partial class SubscriptionWorker
{
    readonly Subscription _subscription;
    readonly IEventReader _reader;
    readonly SubscriptionOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly ResiliencePipeline _retry;
    readonly HashSet<int> _triedAgain = [];
    readonly Dictionary<int, long> _carefulUntil = [];
    SubscriptionRecord? _record;
    SubscriptionLease? _lease;
    bool _uncertain;
    long? _putOff;

    /// <summary>Whether the last work passed over commits of other categories only.</summary>
    internal bool PassedOver { get; private set; }

    /// <summary>A worker that owns nothing yet.</summary>
    /// <param name="subscription">What to work on.</param>
    /// <param name="reader">The store.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">Measures every pause.</param>
    /// <param name="log">Gets what people should know.</param>
    public SubscriptionWorker(Subscription subscription, IEventReader reader, SubscriptionOptions options, TimeProvider clock, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_subscription, _reader, _options, _clock, _log) = (subscription, reader, options, clock, log);
        _retry = Retrying();
    }

    /// <summary>What it works on.</summary>
    public Subscription Subscription => _subscription;

    /// <summary>The record as this owner last saw it.</summary>
    public SubscriptionRecord Record => _record ?? throw new InvalidOperationException("Take the subscription over first.");

    /// <summary>The right to write as this owner.</summary>
    public SubscriptionLease Lease => _lease ?? throw new InvalidOperationException("Take the subscription over first.");

    /// <summary>When the first commit was decided that is read and not yet handled; null when there is none.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>Its builds that are to be kept going, the live one first.</summary>
    public IEnumerable<SubscriptionBuild> Builds => Record.Builds
        .Where(b => b.Version == _subscription.Version && b.State != BuildState.Retired).OrderByDescending(b => b.State);

    /// <summary>Takes the subscription over from its current owner. A commit at which it stopped is tried once more.</summary>
    /// <exception cref="SubscriptionSupersededException">The live rows are of a newer version.</exception>
    /// <exception cref="StoreUnavailableException">The checkpoint store cannot be reached now.</exception>
    public async Task Take(string owner, CancellationToken cancellationToken = default)
    {
        await _subscription.Checkpoints.Prepare(cancellationToken);
        // Numbered again each time: an operator may have deleted the record with its rows.
        _record = await _subscription.Checkpoints.Change(
            _subscription.Name, r => _subscription.Numbered(r).Take(_subscription.Version, owner, _clock.GetUtcNow()), cancellationToken);
        _lease = _record.LeaseOf(_subscription.Version);
        _triedAgain.Clear();
    }

    /// <summary>Reads the record again: somebody may have asked for a skip or a rebuild.</summary>
    /// <exception cref="SubscriptionDeposedException">Another owner has taken over.</exception>
    /// <exception cref="SubscriptionSupersededException">The live rows are of a newer version.</exception>
    /// <exception cref="StoreUnavailableException">The checkpoint store cannot be reached now.</exception>
    public async Task Refresh(CancellationToken cancellationToken = default)
    {
        var record = await _subscription.Checkpoints.Find(_subscription.Name, cancellationToken) ?? SubscriptionRecord.New(_subscription.Name);
        record.Check(Lease);
        (_record, _uncertain) = (record, false);
    }

    /// <summary>Does the next piece of work for each build.</summary>
    /// <returns>Whether there was anything to do.</returns>
    /// <exception cref="SubscriptionDeposedException">Another owner has taken over.</exception>
    /// <exception cref="SubscriptionSupersededException">The live rows are of a newer version.</exception>
    /// <exception cref="StoreUnavailableException">The store or the checkpoint store cannot be reached now. Try again later.</exception>
    public async Task<bool> Work(CancellationToken cancellationToken = default)
    {
        try
        {
            // After a failure it is not known whether the transaction was stored. The record tells.
            if (_uncertain) await Refresh(cancellationToken);
            var worked = false;
            foreach (var build in Builds.ToList()) worked |= await Work(build.Number, cancellationToken);
            if (Record.Builds.FirstOrDefault(b => b.State == BuildState.Retired) is not { } old) return worked;
            return await Drop(old, cancellationToken) || worked;
        }
        catch (SubscriptionChangedException)
        {
            return _uncertain = true;
        }
        catch
        {
            _uncertain = true;
            throw;
        }
    }

    async Task<bool> Work(int number, CancellationToken cancellationToken)
    {
        if (Builds.FirstOrDefault(b => b.Number == number) is not { } build) return false;
        if (build.Failure is not null && !_triedAgain.Add(number)) return false;
        try
        {
            if (build.State == BuildState.Requested)
            {
                _record = await _retry.ExecuteAsync(async c => await _subscription.Begin(_lease!, number, c), cancellationToken);
                return true;
            }

            return await Handle(build, cancellationToken);
        }
        catch (ForeignHistoryException e)
        {
            await Stop(build, new(e.Position, "", e.Message, _clock.GetUtcNow(), MayBeSkipped: false), cancellationToken);
        }
        catch (StoreCorruptException e)
        {
            await Stop(build, new(e.Position ?? build.Position + 1, "", e.Message, _clock.GetUtcNow(), MayBeSkipped: false), cancellationToken);
        }
        catch (HandlingException e)
        {
            // Its tables cannot be created or shown; no commit is the cause.
            var now = Builds.FirstOrDefault(b => b.Number == number) ?? build;
            await Stop(now, new(now.Position, "", e.Reason, _clock.GetUtcNow(), MayBeSkipped: false), cancellationToken);
        }

        return true;
    }

    async Task<bool> Handle(SubscriptionBuild build, CancellationToken cancellationToken)
    {
        var careful = _carefulUntil.TryGetValue(build.Number, out var until) && build.Position < until;
        var limit = careful ? 1 : _options.MaxBatchCommits;
        var slice = await _reader.After(build.Checkpoint, _subscription.Categories, limit, cancellationToken);
        if (build.State == BuildState.Live || Record.Live is null) WaitingSince = slice.Commits is [var first, ..] ? first.DecidedAt : null;
        var isNews = slice.To.Position > build.Position;
        PassedOver = isNews && slice.Commits.Count == 0;
        if (isNews && !await Apply(build, slice, cancellationToken)) return true;
        return await PublishWhenComplete(build.Number, slice.IsLast, cancellationToken) || isNews;
    }

    async Task<bool> Apply(SubscriptionBuild build, LogSlice slice, CancellationToken cancellationToken)
    {
        var commits = slice.Commits;
        var skipped = Record.Skips.Where(s => s.Version == build.Version).Select(s => s.Position).ToHashSet();
        var batch = new SubscriptionBatch(skipped.Count == 0 ? commits : [.. commits.Where(c => !skipped.Contains(c.Position))], slice.To, _clock.GetUtcNow(), _reader);
        try
        {
            // A failed batch is cut into single commits at once; a single commit is retried.
            _record = commits.Count > 1
                ? await _subscription.Apply(_lease!, build, batch, cancellationToken)
                : await _retry.ExecuteAsync(async c => await _subscription.Apply(_lease!, build, batch, c), cancellationToken);
            if (build.Failure is { } failure) LogWentOn(_log, _subscription.Name, build.Number, failure.Position);
            TownshipDiagnostics.SubscriptionCommits.Add(slice.To.Position - build.Position, new KeyValuePair<string, object?>("subscription", _subscription.Name));
            return true;
        }
        catch (HandlingException) when (commits.Count > 1)
        {
            _carefulUntil[build.Number] = commits[^1].Position;
            return false;
        }
        catch (HandlingException e)
        {
            await Stop(build, new(commits[0].Position, commits[0].Stream.ToString(), e.Reason, _clock.GetUtcNow(), MayBeSkipped: true), cancellationToken);
            return false;
        }
    }

    async Task Stop(SubscriptionBuild build, SubscriptionFailure failure, CancellationToken cancellationToken)
    {
        _triedAgain.Add(build.Number);
        _record = await _subscription.Checkpoints.Change(_subscription.Name, r => r.Fail(_lease!, build.Number, failure), cancellationToken);
        LogStopped(_log, _subscription.Name, build.Number, failure.Position, failure.Stream, failure.Reason);
    }

    ResiliencePipeline Retrying() => _options.Retries == 0
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = _clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<HandlingException>(),
            MaxRetryAttempts = _options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _options.RetryDelay,
            MaxDelay = TimeSpan.FromSeconds(5),
        }).Build();

    [LoggerMessage(LogLevel.Information, "Subscription {Name}: build {Build} goes on at position {Position}")]
    static partial void LogWentOn(ILogger log, string name, int build, long position);

    [LoggerMessage(LogLevel.Error, "Subscription {Name}: build {Build} stopped before position {Position} ({Stream}): {Reason}")]
    static partial void LogStopped(ILogger log, string name, int build, long position, string stream, string reason);
}
