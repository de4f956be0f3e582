using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township.EventSourcing;

/// <summary>Adds deadlines to a silo.</summary>
public static class DeadlineHosting
{
    /// <summary>
    /// Keeps the view <c>deadlines</c> on the place for SQL that is registered, and has whoever keeps it send what is due: one
    /// silo of the cluster at a time. Where the cluster has reminders, one of them keeps it going. Takes
    /// <see cref="EventSourcingHosting.AddEventSourcing"/>; what is due is told by its clock. Called again, it adds further
    /// aggregates to the same view.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="types">The aggregates that have deadlines.</param>
    /// <param name="version">From 1; to be raised when they or what they say changes. The view's version is the sum of all.</param>
    /// <param name="configure">How commands are sent.</param>
    public static ISiloBuilder AddDeadlines(this ISiloBuilder silo, IReadOnlyList<IDeadlineType> types, int version, Action<DeadlineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(types);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        silo.Services.AddOptions<DeadlineOptions>().Configure(configure ?? (_ => { }));
        silo.Services.AddSingleton(new DeadlineTypes(types, version));
        if (silo.Services.Any(s => s.ServiceType == typeof(DeadlineProjection))) return silo;
        silo.Services.AddSingleton(services => DeadlineTypes.Projection(services.GetServices<DeadlineTypes>()));
        silo.Services.AddSingleton<ISubscriptionCompanion, DeadlineHost>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, DeadlineReminder>();
        return silo.AddSubscription(services => Subscription.Of(
            services.GetRequiredService<DeadlineProjection>(), services.GetRequiredService<ISubscriptionPlace<DbTransaction>>()));
    }

    /// <summary>What one call added.</summary>
    sealed record DeadlineTypes(IReadOnlyList<IDeadlineType> Types, int Version)
    {
        public static DeadlineProjection Projection(IEnumerable<DeadlineTypes> added)
        {
            var all = added.ToList();
            return new([.. all.SelectMany(a => a.Types)], all.Sum(a => a.Version));
        }
    }
}
