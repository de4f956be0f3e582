using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Township.EventSourcing;

/// <summary>
/// Opens the store before the first grain is activated, and closes it after the last one is deactivated, so that commands in flight finish.
/// </summary>
sealed partial class EventStoreHost(
    IServiceProvider services, IGrainFactory grains, IOptions<EventSourcingOptions> options, ILoggerFactory logs)
    : ILifecycleParticipant<ISiloLifecycle>
{
    SessionServices? _services;
    ClockWatch? _watch;

    public SessionServices Services =>
        _services ?? throw new InvalidOperationException("The event store is not open yet: the silo has not started.");

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(EventStoreHost), ServiceLifecycleStage.RuntimeInitialize, Open, Close);

    async Task Open(CancellationToken cancellationToken)
    {
        // Fails on an incomplete aggregate before anything is opened.
        var aggregates = services.GetRequiredService<AggregateCatalogue>();
        var o = options.Value;
        var open = o.OpenStore ?? throw new StoreOpenException("No store is configured: set EventSourcingOptions.OpenStore.");
        var store = await open(services, cancellationToken);
        try
        {
            await Open(store, aggregates, o, cancellationToken);
        }
        catch
        {
            // Otherwise the store would stay locked by this process.
            await store.DisposeAsync();
            throw;
        }
    }

    async Task Open(IEventStore store, AggregateCatalogue aggregates, EventSourcingOptions o, CancellationToken cancellationToken)
    {
        var snapshots = await o.OpenSnapshots(services, cancellationToken);
        var vault = o.OpenPersonalDataKeys is { } openKeys
            ? new PersonalData(await openKeys(services, store, cancellationToken), TimeProvider.System, o.PersonalData)
            : null;
        var committer = new GroupCommitter(store, o.GroupCommit, TimeProvider.System, logs.CreateLogger<GroupCommitter>(), vault);
        var environment = new DecisionEnvironment(o.Clock, o.CalendarVersion, o.CodeVersion)
        {
            Guard = await Guard(o, store, cancellationToken),
        };
        var log = logs.CreateLogger(TownshipDiagnostics.Name);
        _services = new(store, committer, snapshots, new GrainFactReader(grains), environment, o.Sessions, log, aggregates, vault)
        {
            AheadStreams = o.AheadStreams,
        };
    }

    async Task<ClockGuard> Guard(EventSourcingOptions o, IEventStore store, CancellationToken cancellationToken)
    {
        var (guard, log) = (
            new ClockGuard(o.Clock, o.ClockTolerance, o.ChecksClock ?? o.Clock == TimeProvider.System),
            logs.CreateLogger<EventStoreHost>());
        try
        {
            if (guard.IsChecked && store is IStoreClock server)
                _watch = await ClockWatch.Start(guard, server, o.ClockComparedEvery, logs.CreateLogger<ClockWatch>(), cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            throw new StoreOpenException($"The clock cannot be compared with the store's: {e.Message}", e);
        }

        if (!guard.IsChecked) LogInjected(log, guard);
        return guard;
    }

    async Task Close(CancellationToken cancellationToken)
    {
        if (_watch is { } watch) await watch.DisposeAsync();
        if (_services is not { } open) return;
        await open.Committer.DisposeAsync();
        await open.Store.DisposeAsync();
        if (open.PersonalData is { } vault) await vault.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Warning, "Decisions use the clock {Clock}, which is for samples and tests only.")]
    static partial void LogInjected(ILogger log, ClockGuard clock);
}
