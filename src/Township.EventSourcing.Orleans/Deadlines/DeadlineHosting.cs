using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township.EventSourcing;

/// <summary>Adds deadlines to a silo.</summary>
public static class DeadlineHosting
{
    /// <summary>
    /// Keeps the table <c>deadlines</c> of the hosted aggregates that have deadlines, in the registered SQL checkpoint store. One silo of
    /// the cluster at a time keeps it and sends the commands that are due; where the cluster has reminders, one of them keeps it going.
    /// Requires <see cref="EventSourcingHosting.AddEventSourcing"/>, whose clock tells what is due.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="configure">How commands are sent.</param>
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
