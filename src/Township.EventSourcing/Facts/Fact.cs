using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>
/// Implemented by the record of a fact whose shape has changed: converts older schema versions to the current one.
/// </summary>
public interface IUpcastFact
{
    /// <summary>One step per older schema version; see <see cref="Upcaster"/>.</summary>
    static abstract IReadOnlyList<Upcaster> Upcasters { get; }
}

/// <summary>
/// A fact that is a version of a township's policy. A commit whose decision depends on it records <see cref="Version"/>.
/// </summary>
public interface IPolicyFact
{
    /// <summary>The policy's version, for example <c>pledge/2</c>.</summary>
    string Version { get; }
}

/// <summary>Asks for a fact of another aggregate in the same township.</summary>
/// <example><code>
/// Needs:  (Make make, Unmade) => [Fact&lt;CadreStanding&gt;.Of(make.OwnerId), Fact&lt;HearingAccount&gt;.Of(id.HearingId).Guarded]
/// Decide: context.Fact&lt;CadreStanding&gt;(make.OwnerId) switch { null => …, { LeftOn: not null } => … }
/// </code></example>
/// <typeparam name="TFact">The fact: a record with <see cref="FactNameAttribute"/>, offered by the aggregate whose category its name begins
/// with.</typeparam>
public static class Fact<TFact> where TFact : class
{
    internal static FactType Type { get; } = FactType.For(typeof(TFact));

    /// <summary>Returns a request for the fact of the aggregate with this id.</summary>
    /// <param name="id">The id within the township; see <see cref="StreamId.Id"/>.</param>
    public static FactRequest Of(string id) => new(Type, id);

    /// <summary>Returns requests for the fact of several aggregates, without duplicates.</summary>
    public static IEnumerable<FactRequest> OfAll(IEnumerable<string> ids) => ids.Distinct(StringComparer.Ordinal).Select(Of);
}

/// <summary>A request for a fact of another aggregate in the township of the deciding one.</summary>
public sealed record FactRequest
{
    internal FactRequest(FactType type, string id) => (Type, Id) = (type, id);

    /// <summary>The other aggregate's id.</summary>
    public string Id { get; }

    /// <summary>The stored name of the fact.</summary>
    public string Name => Type.Name;

    /// <summary>The schema version that the reader knows.</summary>
    public int Schema => Type.Schema;

    /// <summary>Whether the commit may be appended only if the fact still has the same value.</summary>
    public bool IsGuarded { get; private init; }

    /// <summary>
    /// Returns the request as guarded: the commit is appended only if the fact then still has the same value. Use it when an invariant
    /// would break if the fact changed between decision and append.
    /// </summary>
    public FactRequest Guarded => this with { IsGuarded = true };

    internal FactType Type { get; }

    /// <summary>Returns the stream of the other aggregate.</summary>
    /// <param name="asking">The stream that decides.</param>
    public StreamId StreamFor(StreamId asking)
    {
        ArgumentNullException.ThrowIfNull(asking);
        return new(Type.Category, asking.Township, Id);
    }
}

/// <summary>
/// The stored name of a fact, its current schema version, and its conversion from and to JSON. Immutable and thread-safe.
/// </summary>
sealed class FactType
{
    readonly JsonTypeInfo _json;
    readonly Dictionary<int, Upcaster> _upcasters;

    FactType(Type type, IMessageName name, IReadOnlyList<Upcaster> upcasters)
    {
        (Type, Name, Schema, _json) = (type, name.Name, name.Schema, KernelJson.Complete(type));
        Category = name.Name.Split('.') is [{ Length: > 0 } category, { Length: > 0 }]
            ? category
            : throw new InvalidOperationException($"The fact name '{name.Name}' of {type} is not 'category.name'.");
        _upcasters = upcasters.Where(u => u.Name == Name).ToDictionary(u => u.FromSchema);
        IsPolicy = typeof(IPolicyFact).IsAssignableFrom(type);
    }

    public Type Type { get; }

    /// <summary>The stored name, <c>category.name</c>.</summary>
    public string Name { get; }

    public int Schema { get; }

    /// <summary>The category of the aggregates that offer it.</summary>
    public string Category { get; }

    public bool IsPolicy { get; }

    /// <exception cref="InvalidOperationException">The type has no name, or the name is not valid.</exception>
    public static FactType For(Type type)
    {
        var name = type.GetCustomAttribute<FactNameAttribute>(inherit: false)
            ?? throw new InvalidOperationException($"{type} has no stored name: give it [FactName(\"category.name\")].");
        var upcasters = typeof(IUpcastFact).IsAssignableFrom(type)
            ? (IReadOnlyList<Upcaster>)type.GetProperty(nameof(IUpcastFact.Upcasters), BindingFlags.Public | BindingFlags.Static)!
                .GetValue(null)!
            : [];
        return new(type, name, upcasters);
    }

    /// <summary>Returns whether facts of an older schema version can be read.</summary>
    public bool Upcasts(int fromSchema) => _upcasters.ContainsKey(fromSchema);

    public JsonBytes Write(object? fact) => new(JsonSerializer.SerializeToUtf8Bytes(fact, _json));

    /// <summary>Returns the fact in the current schema version; null when the other aggregate had no value for it.</summary>
    /// <exception cref="UnknownMessageException">The fact was captured by a newer program.</exception>
    /// <exception cref="MessageFormatException">The data does not fit the schema.</exception>
    public object? Read(CapturedFact fact)
    {
        if (fact.Schema > Schema || fact.Schema < 1) throw new UnknownMessageException(fact.Name, fact.Schema, Type);
        try
        {
            return fact.Schema == Schema ? JsonSerializer.Deserialize(fact.Data.Span, _json) : Upcast(fact)?.Deserialize(_json);
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException)
        {
            throw new MessageFormatException(fact.Name, fact.Schema, e);
        }
    }

    JsonObject? Upcast(CapturedFact fact)
    {
        var data = JsonNode.Parse(fact.Data.Span)?.AsObject();
        for (var schema = fact.Schema; data is not null && schema < Schema; schema++) data = _upcasters[schema].Apply(data);
        return data;
    }
}
