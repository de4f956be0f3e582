using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Township.EventSourcing;

/// <summary>Sends due commands from the silo that runs the subscription of the deadlines.</summary>
sealed class DeadlineHost(
    IServiceProvider services, DeadlineProjection deadlines, ICheckpointStore<DbTransaction> checkpoints, IGrainFactory grains,
    IOptions<DeadlineOptions> options, IOptions<EventSourcingOptions> sourcing, ILoggerFactory logs) : ISubscriptionCompanion
{
    public string Subscription => deadlines.Name;

    public IAsyncDisposable Start(SubscriptionRunner runner) => DeadlineDispatcher.Start(
        runner, deadlines, checkpoints, services.GetRequiredService<SessionServices>().Store, new GrainDeadlineSender(grains),
        options.Value, sourcing.Value.Clock, logs.CreateLogger<DeadlineDispatcher>());
}
