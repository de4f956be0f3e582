using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township.EventSourcing;

/// <summary>Adds deadlines to a silo.</summary>
public static class DeadlineHosting
{
    /// <summary>
    /// Keeps the table <c>deadlines</c> of all aggregates that this silo hosts and that have deadlines, on the place for SQL that is registered, and has
    /// whoever keeps it send what is due: one silo of the cluster at a time. Where the cluster has reminders, one of them keeps it going. Takes
    /// <see cref="EventSourcingHosting.AddEventSourcing"/>; what is due is told by its clock.
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
            services.GetRequiredService<DeadlineProjection>(), services.GetRequiredService<ISubscriptionPlace<DbTransaction>>()));
    }
}
