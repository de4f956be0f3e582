using Microsoft.Extensions.DependencyInjection;

namespace Township.EventSourcing;

/// <summary>Adds event-sourced aggregates to a silo.</summary>
public static class EventSourcingHosting
{
    /// <summary>
    /// Hosts <see cref="EventSourcedGrain{TState,TCommand,TEvent,TView}"/> implementations on this silo. The store is opened when the silo
    /// starts. The start fails with <see cref="StoreOpenException"/> when the store cannot be opened, and with <see cref="SetupException"/>
    /// when an aggregate is incomplete.
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
