using System.Text.Json.Nodes;

namespace Township.EventSourcing;

/// <summary>
/// The stored names of a provider's events. A type is stored under the name registered here, otherwise under its
/// <see cref="EventNameAttribute"/>, otherwise under its full .NET name with schema version 1. The last ties the stored history to a class
/// name: register names before the first event is stored.
/// </summary>
public sealed class JournaledEvents
{
    readonly Dictionary<Type, (string Name, int Schema)> _names = [];
    readonly List<Upcaster> _upcasters = [];

    internal IReadOnlyDictionary<Type, (string Name, int Schema)> Names => _names;

    internal IReadOnlyList<Upcaster> Upcasters => _upcasters;

    /// <summary>Registers the stored name of a type.</summary>
    /// <param name="name">A stable name, <c>aggregate.past-tense</c>; never changed once an event is stored.</param>
    /// <param name="schema">The schema version, from 1; each step up needs an <see cref="Upcast"/>.</param>
    /// <exception cref="ArgumentException">The type already has a name, or the name is empty.</exception>
    public JournaledEvents Add<TEvent>(string name, int schema = 1) where TEvent : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(schema, 1);
        _names.Add(typeof(TEvent), (name, schema));
        return this;
    }

    /// <summary>
    /// Registers the conversion of stored events from one schema version to the next. It is applied when reading;
    /// stored bytes never change.
    /// </summary>
    /// <param name="name">The stored name.</param>
    /// <param name="fromSchema">The schema version that <paramref name="apply"/> reads.</param>
    /// <param name="apply">Returns the data in the next schema version. Must be pure.</param>
    public JournaledEvents Upcast(string name, int fromSchema, Func<JsonObject, JsonObject> apply)
    {
        _upcasters.Add(new(name, fromSchema, apply));
        return this;
    }
}
