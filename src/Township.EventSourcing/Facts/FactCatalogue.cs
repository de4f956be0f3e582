using System.Collections.Frozen;
using System.Reflection;

namespace Township.EventSourcing;

/// <summary>
/// The facts that an aggregate offers: public static functions of the state that return a record with <see cref="FactNameAttribute"/>, one
/// for each schema version that was ever stored. Built once; thread-safe.
/// </summary>
sealed class FactCatalogue<TState> where TState : class
{
    readonly FrozenDictionary<(string Name, int Schema), (FactType Type, Func<TState, StreamId, object?> Of)> _facts;

    /// <exception cref="InvalidOperationException">A name has another category or occurs twice, or a schema version has no function
    /// or no upcaster.</exception>
    public FactCatalogue(string category)
    {
        var facts = new Dictionary<(string, int), (FactType Type, Func<TState, StreamId, object?>)>();
        foreach (var method in typeof(TState).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (FunctionOf(method) is not { } function) continue;
            var type = FactType.For(method.ReturnType);
            if (type.Category != category)
                throw new InvalidOperationException(
                    $"{typeof(TState)} offers '{type.Name}', whose name does not begin with '{category}.'.");
            if (!facts.TryAdd((type.Name, type.Schema), (type, function)))
                throw new InvalidOperationException($"{typeof(TState)} offers '{type.Name}' (schema {type.Schema}) twice.");
        }

        _facts = facts.ToFrozenDictionary();
        foreach (var current in _facts.Values.Select(f => f.Type).GroupBy(t => t.Name).Select(g => g.MaxBy(t => t.Schema)!))
            for (var schema = 1; schema < current.Schema; schema++)
                if (!_facts.ContainsKey((current.Name, schema)) || !current.Upcasts(schema))
                    throw new InvalidOperationException(
                        $"'{current.Name}' is at schema {current.Schema}: keep the function of schema {schema}, and upcast it from there.");
    }

    /// <summary>The names of the facts, with their schema versions and types, by name.</summary>
    public IEnumerable<(string Name, int Schema, Type Type)> Names => _facts
        .Select(f => (f.Key.Name, f.Key.Schema, f.Value.Type.Type)).OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Schema);

    /// <summary>Returns the newest schema version of a fact that the reader understands; null when there is none.</summary>
    public int? SchemaFor(WantedFact wanted)
    {
        for (var schema = wanted.Schema; schema > 0; schema--)
            if (_facts.ContainsKey((wanted.Name, schema))) return schema;
        return null;
    }

    /// <summary>Returns a fact of a state as JSON.</summary>
    /// <exception cref="UnknownMessageException">The aggregate does not offer the fact.</exception>
    public JsonBytes Write(TState state, StreamId stream, string name, int schema)
    {
        var (type, of) = _facts.TryGetValue((name, schema), out var fact)
            ? fact
            : throw new UnknownMessageException(name, schema, typeof(TState));
        return type.Write(of(state, stream));
    }

    static Func<TState, StreamId, object?>? FunctionOf(MethodInfo method)
    {
        if (method.ReturnType.GetCustomAttribute<FactNameAttribute>(inherit: false) is null) return null;
        switch (Array.ConvertAll(method.GetParameters(), p => p.ParameterType))
        {
            case [var state] when state == typeof(TState):
                var ofState = method.CreateDelegate<Func<TState, object?>>();
                return (s, _) => ofState(s);
            case [var state, var stream] when state == typeof(TState) && stream == typeof(StreamId):
                return method.CreateDelegate<Func<TState, StreamId, object?>>();
            default:
                throw new InvalidOperationException(
                    $"{typeof(TState)}.{method.Name} returns a fact: its parameters must be the state, or the state and the stream.");
        }
    }
}
