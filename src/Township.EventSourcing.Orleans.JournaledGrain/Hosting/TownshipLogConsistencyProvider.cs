using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.EventSourcing;
using Orleans.Serialization;
using Orleans.Storage;

namespace Township.EventSourcing;

/// <summary>Creates one adaptor per activation; what the activations of a grain type share is created once.</summary>
sealed class TownshipLogConsistencyProvider(IServiceProvider silo, JournaledGrainOptions options) : ILogViewAdaptorFactory
{
    readonly ConcurrentDictionary<(Type State, Type EventBase, Type Grain), object> _formats = [];

    public bool UsesStorageProvider => false;

    public ILogViewAdaptor<TState, TEvent> MakeLogViewAdaptor<TState, TEvent>(
        ILogViewAdaptorHost<TState, TEvent> hostGrain, TState initialState, string grainTypeName, IGrainStorage? grainStorage,
        ILogConsistencyProtocolServices services)
        where TState : class, new()
        where TEvent : class
    {
        var session = silo.GetService<SessionServices>()
            ?? throw new InvalidOperationException(
                "Township's log-consistency provider needs an event store: call AddEventSourcing or AddTownship on the silo.");
        var format = (EventFormat<TEvent>)_formats.GetOrAdd((typeof(TState), typeof(TEvent), hostGrain.GetType()), kind =>
        {
            ThrowIfNotCopied(services, initialState);
            return new EventFormat<TEvent>(
                options.Json, EventTypes.Of(kind.State, kind.EventBase, kind.Grain, options.Events), options.Events.Upcasters);
        });
        var stream = GrainStreams.StreamOf(services.GrainId, options.Township);
        return new JournaledLog<TState, TEvent>(hostGrain, services, session, stream, format,
            new(stream, session.Store, format, hostGrain, initialState), options.MaxLostRaces);
    }

    // The tentative state starts as a copy. Fails at the first activation, not at the first event.
    static void ThrowIfNotCopied<TState>(ILogConsistencyProtocolServices protocol, TState state) where TState : class
    {
        try
        {
            protocol.DeepCopy(state);
        }
        catch (CodecNotFoundException e)
        {
            throw new InvalidOperationException(
                $"Orleans cannot copy {typeof(TState)}: give it [GenerateSerializer], and [Id] on every member.", e);
        }
    }
}
