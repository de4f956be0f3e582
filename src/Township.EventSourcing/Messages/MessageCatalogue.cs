using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>
/// The stored names of one aggregate's events or commands, and their serialisation. Built once, usually from the closed hierarchy nested in
/// <typeparamref name="TMessage"/>; immutable and thread-safe.
/// </summary>
public sealed partial class MessageCatalogue<TMessage> where TMessage : class
{
    readonly FrozenDictionary<Type, Entry> _byType;
    readonly FrozenDictionary<string, Entry> _byName;
    readonly FrozenDictionary<(string Name, int Schema), Upcaster> _upcasters;

    // The places of personal texts are found on first use: most processes read far more kinds of messages than they seal.
    sealed record Entry(string Name, int Schema, JsonTypeInfo Type, Lazy<PersonalPaths?>? Places = null)
    {
        public PersonalPaths? Personal => Places?.Value;
    }

    /// <summary>Creates a catalogue of all concrete types nested in <typeparamref name="TMessage"/>.</summary>
    /// <exception cref="InvalidOperationException">A type has no stored name, a name occurs twice, a type cannot be read
    /// back, or upcasters leave a gap.
    /// </exception>
    public MessageCatalogue(IEnumerable<Upcaster> upcasters)
        : this(Nested(), upcasters)
    {
    }

    /// <summary>Creates a catalogue of the given types and stored names, for messages that are not a closed hierarchy.</summary>
    /// <exception cref="InvalidOperationException">A name occurs twice, or upcasters leave a gap.</exception>
    /// <exception cref="NotSupportedException">The JSON options cannot handle a type.</exception>
    public MessageCatalogue(
        JsonSerializerOptions json, IEnumerable<(Type Type, string Name, int Schema)> types, IEnumerable<Upcaster> upcasters)
        : this([.. types.Select(t => (t.Type, new Entry(t.Name, t.Schema, json.GetTypeInfo(t.Type))))], upcasters)
    {
    }

    MessageCatalogue(List<(Type Type, Entry Entry)> entries, IEnumerable<Upcaster> upcasters)
    {
        if (entries.CountBy(e => e.Entry.Name).FirstOrDefault(n => n.Value > 1).Key is { } twice)
            throw new InvalidOperationException($"The stored name '{twice}' is given to two types of {typeof(TMessage)}.");
        _byType = entries.ToFrozenDictionary(e => e.Type, e => e.Entry);
        _byName = entries.ToFrozenDictionary(e => e.Entry.Name, e => e.Entry, StringComparer.Ordinal);
        _upcasters = upcasters.Where(u => _byName.ContainsKey(u.Name)).ToFrozenDictionary(u => (u.Name, u.FromSchema));
        foreach (var entry in _byName.Values)
            for (var schema = 1; schema < entry.Schema; schema++)
                if (!_upcasters.ContainsKey((entry.Name, schema)))
                    throw new InvalidOperationException(
                        $"'{entry.Name}' is at schema {entry.Schema}, but nothing upcasts it from schema {schema}.");
    }

    /// <summary>The stored names with their current schema versions, by name.</summary>
    public IEnumerable<(string Name, int Schema, Type Type)> Names =>
        _byType.Select(e => (e.Value.Name, e.Value.Schema, e.Key)).OrderBy(n => n.Name, StringComparer.Ordinal);

    /// <summary>Returns whether the catalogue contains a stored name.</summary>
    public bool Knows(string name) => _byName.ContainsKey(name);

    /// <summary>Returns the message as it is stored, in its current schema version.</summary>
    /// <exception cref="UnknownMessageException">The type is not part of the hierarchy.</exception>
    public StoredMessage Serialize(TMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!_byType.TryGetValue(message.GetType(), out var entry))
            throw new UnknownMessageException(message.GetType().FullName!, 0, typeof(TMessage));
        return new(entry.Name, entry.Schema, new JsonBytes(JsonSerializer.SerializeToUtf8Bytes(message, entry.Type)));
    }

    /// <summary>Returns the typed message, upcast to its current schema version.</summary>
    /// <exception cref="UnknownMessageException">The name is unknown, or the schema version is newer than this program's. The bytes can
    /// still be read, but not folded.
    /// </exception>
    /// <exception cref="MessageFormatException">The data does not fit the schema.</exception>
    public TMessage Deserialize(StoredMessage stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (!_byName.TryGetValue(stored.Name, out var entry) || stored.Schema > entry.Schema || stored.Schema < 1)
            throw new UnknownMessageException(stored.Name, stored.Schema, typeof(TMessage));
        try
        {
            var message = stored.Schema == entry.Schema
                ? JsonSerializer.Deserialize(stored.Data.Span, entry.Type)
                : Upcast(stored, entry).Deserialize(entry.Type);
            return message as TMessage ?? throw new JsonException("The data is null.");
        }
        catch (Exception e) when (DoesNotFit(e))
        {
            throw new MessageFormatException(stored.Name, stored.Schema, e);
        }
    }

    /// <summary>Returns whether a message can hold personal texts, by its type.</summary>
    internal bool MayHoldPersonalTexts(TMessage message) =>
        _byType.TryGetValue(message.GetType(), out var entry) && entry.Personal is not null;

    /// <summary>
    /// Returns a copy of a message with its personal texts replaced by <paramref name="change"/>; the message itself when
    /// <paramref name="change"/> refused.
    /// </summary>
    internal async ValueTask<(TMessage Message, Refusal? Refusal)> ChangePersonalTexts(
        TMessage message, Func<IReadOnlyList<PlacedText>, ValueTask<Refusal?>> change)
    {
        var entry = _byType[message.GetType()];
        var json = JsonSerializer.SerializeToNode(message, entry.Type)!;
        return await change(entry.Personal!.TextsIn(json)) is { } refusal
            ? (message, refusal)
            : ((TMessage)json.Deserialize(entry.Type)!, null);
    }

    /// <summary>Returns the message as this program would store it.</summary>
    /// <exception cref="UnknownMessageException">The name is unknown, or the schema version is newer than this program's.</exception>
    /// <exception cref="MessageFormatException">The data does not fit the schema.</exception>
    public StoredMessage ToCurrentSchema(StoredMessage stored) => Serialize(Deserialize(stored));

    JsonObject Upcast(StoredMessage stored, Entry entry)
    {
        var data = JsonNode.Parse(stored.Data.Span)?.AsObject() ?? throw new JsonException("The data is null.");
        for (var schema = stored.Schema; schema < entry.Schema; schema++) data = _upcasters[(stored.Name, schema)].Apply(data);
        return data;
    }

    static bool DoesNotFit(Exception e) => e is JsonException or InvalidOperationException or FormatException or ArgumentException;

    static List<(Type Type, Entry Entry)> Nested() =>
        [.. typeof(TMessage).GetNestedTypes()
            .Where(t => !t.IsAbstract && typeof(TMessage).IsAssignableFrom(t))
            .Select(t => (Type: t, Name: NameOf(t)))
            .Select(t => (t.Type, new Entry(
                t.Name.Name, t.Name.Schema, KernelJson.Complete(t.Type), new(() => PersonalPaths.In(KernelJson.Default, t.Type)))))];

    static IMessageName NameOf(Type type) =>
        type.GetCustomAttributes().OfType<IMessageName>().SingleOrDefault()
            ?? throw new InvalidOperationException($"{type} has no stored name: give it [EventName(\"…\")] or [CommandName(\"…\")].");
}
