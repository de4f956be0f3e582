using Microsoft.Extensions.DependencyInjection;

namespace Township.EventSourcing;

/// <summary>Adds event-sourced aggregates to a silo.</summary>
public static class EventSourcingHosting
{
    /// <summary>
    /// Hosts <see cref="EventSourcedGrain{TState,TCommand,TEvent,TView}"/>s on this silo. The store is opened when the silo starts; a store
    /// that cannot be opened stops the start with <see cref="StoreOpenException"/>, an aggregate that is incomplete with
    /// <see cref="SetupException"/>.
    /// </summary>
    public static ISiloBuilder AddEventSourcing(this ISiloBuilder silo, Action<EventSourcingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddOptions<EventSourcingOptions>().Configure(configure);
        silo.Services.AddSingleton<HostedAggregates>();
        silo.Services.AddSingleton(services => services.GetRequiredService<HostedAggregates>().Find());
        silo.Services.AddSingleton<EventStoreHost>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<EventStoreHost>());
        silo.Services.AddTransient(s => s.GetRequiredService<EventStoreHost>().Services);
        silo.Services.AddTransient<IEventReader>(s => s.GetRequiredService<SessionServices>().Store);
        return silo;
    }
}
