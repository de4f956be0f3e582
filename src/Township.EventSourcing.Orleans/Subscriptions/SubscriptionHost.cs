using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Township.EventSourcing;

/// <summary>
/// The subscriptions of a silo: creates them, watches the store, and makes sure that each runs somewhere in the cluster. When the silo
/// stops, its subscriptions finish their transactions and other silos take over.
/// </summary>
sealed partial class SubscriptionHost(
    IServiceProvider services, IGrainFactory grains, IHostApplicationLifetime host, IOptions<SubscriptionOptions> options,
    ILoggerFactory logs)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    static readonly TimeSpan KeepInterval = TimeSpan.FromSeconds(2);

    readonly ILogger _log = logs.CreateLogger<SubscriptionHost>();
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentDictionary<string, SubscriptionRunner> _runners = [];
    readonly ConcurrentDictionary<string, IAsyncDisposable> _companions = [];
    readonly ConcurrentDictionary<string, Subscription> _subscriptions = [];
    List<Subscription> _made = [];
    LogWatcher? _watcher;
    Task _keeping = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SubscriptionHost), ServiceLifecycleStage.Active, Start, Stop);

    public void Dispose() => _stop.Dispose();

    /// <summary>
    /// Returns the grain key of a subscription. It includes the version, because versions run side by side during an upgrade.
    /// </summary>
    public static string KeyOf(Subscription subscription) => FormattableString.Invariant($"{subscription.Name}@{subscription.Version}");

    /// <summary>Makes sure that a subscription runs somewhere; does nothing when this silo does not know it.</summary>
    public Task Keep(string name) =>
        _made.FirstOrDefault(s => s.Name == name) is { } subscription ? Keep(subscription) : Task.CompletedTask;

    /// <summary>Runs a subscription on this silo; returns null when its code is not here.</summary>
    public SubscriptionRunner? Run(string key)
    {
        if (_stop.IsCancellationRequested || !_subscriptions.TryGetValue(key, out var subscription)) return null;
        var session = services.GetRequiredService<SessionServices>();
        var runner = SubscriptionRunner.Start(
            subscription, session.Store, session.Committer.Stored, options.Value, TimeProvider.System,
            logs.CreateLogger<SubscriptionRunner>());
        _runners[key] = runner;
        if (services.GetServices<ISubscriptionCompanion>().FirstOrDefault(c => c.Subscription == subscription.Name) is { } companion)
            _companions[key] = companion.Start(runner);
        return runner;
    }

    Task Start(CancellationToken cancellationToken)
    {
        _made = [
            .. services.GetServices<Subscription>(),
            .. services.GetServices<ISubscriptionSource>().SelectMany(s => s.Subscriptions(services))];
        if (Twice(_made.Select(s => s.Name)) is { } name)
            throw new SetupException($"Two subscriptions are called '{name}': give one of them another name.");
        if (Twice(_made.SelectMany(s => s.Tables)) is { } table)
            throw new SetupException($"Two subscriptions have a table '{table}': give one of them another name.");
        var session = services.GetRequiredService<SessionServices>();
        _watcher = new(session.Store, session.Committer.Stored, options.Value, TimeProvider.System, logs.CreateLogger<LogWatcher>());
        _keeping = Task.Run(Keep, CancellationToken.None);
        return Task.CompletedTask;
    }

    async Task Stop(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _keeping;
        // Companions depend on the runners, so they stop first.
        await Task.WhenAll(_companions.Values.Select(c => c.DisposeAsync().AsTask()));
        // Not when the grains are deactivated, because Orleans does not guarantee to do that.
        await Task.WhenAll(_runners.Values.Select(r => r.DisposeAsync().AsTask()));
        if (_watcher is not null) await _watcher.DisposeAsync();
    }

    // The silo that calls first hosts the subscription. Calls of others reach it there, and restart it when its silo is gone. Waits until
    // the host has started: a host that fails to start, for example because a port is taken, must not take over subscriptions.
    async Task Keep()
    {
        try
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = host.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(_stop.Token);
            while (true)
            {
                // In parallel: a call to a silo that has just died takes a while.
                await Task.WhenAll(_made.Select(Keep));
                await Task.Delay(KeepInterval, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    async Task Keep(Subscription subscription)
    {
        var key = subscription.Name;
        try
        {
            if (subscription.Version == 0) await subscription.Checkpoints.Prepare(_stop.Token);
            await subscription.FindVersion(_stop.Token);
            _subscriptions[key = KeyOf(subscription)] = subscription;
            await grains.GetGrain<ISubscriptionGrain>(key).Keep().WaitAsync(_stop.Token);
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            // The cluster's membership changes; the next round succeeds or logs again.
            LogNotKept(_log, key, e.Message);
        }
    }

    static string? Twice(IEnumerable<string> names) => names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1)?.Key;

    [LoggerMessage(LogLevel.Warning, "Subscription {Key} could not be started or reached; the next round tries again: {Reason}")]
    static partial void LogNotKept(ILogger log, string key, string reason);
}
