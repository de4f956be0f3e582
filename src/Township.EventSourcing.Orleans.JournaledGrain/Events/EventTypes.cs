using System.Reflection;

namespace Township.EventSourcing;

/// <summary>
/// Finds the types that a grain's events can have. Only these are ever deserialised: a stored name cannot select any other type.
/// </summary>
static class EventTypes
{
    public static IEnumerable<(Type Type, string Name, int Schema)> Of(
        Type state, Type eventBase, Type grain, JournaledEvents registered) =>
        Candidates(state, eventBase, grain, registered).Distinct().Select(type => Named(type, registered));

    static IEnumerable<Type> Candidates(Type state, Type eventBase, Type grain, JournaledEvents registered)
    {
        // When the grain declares no base type of events, the events are the types that the state applies and those with a name.
        var mayBeAny = eventBase == typeof(object);
        var declared = new[] { eventBase.Assembly, state.Assembly, grain.Assembly }.Distinct()
            .Where(assembly => assembly != typeof(object).Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !mayBeAny || type.GetCustomAttribute<EventNameAttribute>() is not null);
        return registered.Names.Keys.Concat(Applied(state)).Concat(declared)
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
                && type.IsAssignableTo(eventBase) && type != typeof(object));
    }

    // JournaledGrain finds the transition in the same way unless TransitionState is overridden: state.Apply(event).
    static IEnumerable<Type> Applied(Type state) => state.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(method => method.Name == "Apply" && method.GetParameters().Length == 1)
        .Select(method => method.GetParameters()[0].ParameterType);

    static (Type Type, string Name, int Schema) Named(Type type, JournaledEvents registered) =>
        registered.Names.TryGetValue(type, out var own) ? (type, own.Name, own.Schema)
        : type.GetCustomAttribute<EventNameAttribute>() is { } attribute ? (type, attribute.Name, attribute.Schema)
        : (type, type.FullName!, 1);
}
