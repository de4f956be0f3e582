using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township.EventSourcing;

/// <summary>Adds subscriptions to a silo.</summary>
public static class SubscriptionHosting
{
    /// <summary>
    /// Runs a subscription on one silo of the cluster at a time, as long as silos with this version of it are up. Requires
    /// <see cref="EventSourcingHosting.AddEventSourcing"/>. Configure waiting and retries with
    /// <c>services.Configure&lt;SubscriptionOptions&gt;</c>.
    /// </summary>
    /// <param name="silo">The silo builder.</param>
    /// <param name="make">Creates the subscription, once per silo, when the silo starts.</param>
    public static ISiloBuilder AddSubscription(this ISiloBuilder silo, Func<IServiceProvider, Subscription> make)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(make);
        silo.Services.AddSingleton<Subscription>(make);
        return silo.AddSubscriptionHost();
    }

    /// <summary>Runs the subscriptions that a source discovers when the silo starts.</summary>
    public static ISiloBuilder AddSubscriptions<TSource>(this ISiloBuilder silo) where TSource : class, ISubscriptionSource
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddSingleton<TSource>();
        silo.Services.AddSingleton<ISubscriptionSource>(services => services.GetRequiredService<TSource>());
        return silo.AddSubscriptionHost();
    }

    /// <summary>
    /// Runs every reaction that belongs to the aggregates of this silo, as <see cref="AddReaction"/> does: the public classes that
    /// implement <see cref="IReaction"/> in the assemblies of its grains and of their aggregates. Their constructor parameters are
    /// resolved from the services.
    /// </summary>
    public static ISiloBuilder AddReactions(this ISiloBuilder silo) => silo.AddSubscriptions<HostedReactions>();

    static ISiloBuilder AddSubscriptionHost(this ISiloBuilder silo)
    {
        if (silo.Services.Any(s => s.ServiceType == typeof(SubscriptionHost))) return silo;
        silo.Services.AddOptions<SubscriptionOptions>();
        silo.Services.AddSingleton<SubscriptionHost>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<SubscriptionHost>());
        return silo;
    }

    /// <summary>Runs a projection with the registered <see cref="ICheckpointStore{TTransaction}"/>.</summary>
    public static ISiloBuilder AddProjection<TTransaction>(this ISiloBuilder silo, IProjection<TTransaction> projection) =>
        silo.AddSubscription(services => Subscription.Of(projection, services.GetRequiredService<ICheckpointStore<TTransaction>>()));

    /// <summary>
    /// Runs a reaction with its checkpoint in the registered SQL checkpoint store. It acts at least once on every commit: see
    /// <see cref="IReaction"/>. Grain calls that fail because a silo or the store is unavailable are retried until they succeed.
    /// </summary>
    /// <param name="silo">The silo builder.</param>
    /// <param name="make">Creates the reaction, once per silo, when the silo starts; the services include a grain factory.</param>
    public static ISiloBuilder AddReaction(this ISiloBuilder silo, Func<IServiceProvider, IReaction> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return silo.AddSubscription(
            services => Subscription.Of(make(services), services.GetRequiredService<ICheckpointStore<DbTransaction>>(), MayPass));
    }

    internal static bool MayPass(Exception e) => e is AggregateFailureException { MayRetry: true } or OrleansException or TimeoutException;
}
