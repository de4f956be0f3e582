using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township.EventSourcing;

/// <summary>Adds deadlines to a silo.</summary>
public static class DeadlineHosting
{
    /// <summary>
    /// Maintains the table <c>deadlines</c> of the hosted aggregates that have deadlines, in the registered SQL checkpoint store. One silo
    /// of the cluster at a time maintains it and sends the due commands; if the cluster has reminders, a reminder keeps it running.
    /// Requires <see cref="EventSourcingHosting.AddEventSourcing"/>, whose clock determines what is due.
    /// </summary>
    /// <param name="silo">The silo builder.</param>
    /// <param name="configure">Configures how commands are sent.</param>
    public static ISiloBuilder AddDeadlines(this ISiloBuilder silo, Action<DeadlineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddOptions<DeadlineOptions>().Configure(configure ?? (_ => { }));
        if (silo.Services.Any(s => s.ServiceType == typeof(DeadlineProjection))) return silo;
        silo.Services.AddSingleton(services => new DeadlineProjection(services.GetRequiredService<AggregateCatalogue>()));
        silo.Services.AddSingleton<ISubscriptionCompanion, DeadlineHost>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, DeadlineReminder>();
        return silo.AddSubscription(services => Subscription.Of(
            services.GetRequiredService<DeadlineProjection>(), services.GetRequiredService<ICheckpointStore<DbTransaction>>()));
    }
}
