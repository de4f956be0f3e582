using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

// Whether a stored message says the same as one of this program, whichever version of it stored it: docs/formats.md, "Idempotency".
public sealed partial class MessageCatalogue<TMessage>
{
    JsonSerializerOptions? _tolerant;

    /// <summary>Whether a stored message says the same as one of this program.</summary>
    /// <param name="stored">The stored one, of this program or another version of it.</param>
    /// <param name="own">The other one, in this program's schema version.</param>
    /// <exception cref="UnknownMessageException">It is of a newer schema version than this program knows, and it
    /// cannot be told.</exception>
    /// <exception cref="MessageFormatException">It is of an older schema version, and its data does not fit that.</exception>
    internal bool SaysTheSame(StoredMessage stored, StoredMessage own)
    {
        if (stored == own) return true;
        if (stored.Name != own.Name || !_byName.TryGetValue(own.Name, out var entry)) return false;
        var isSame = InOwnWords(stored, entry) is { } words && AreSameButForKeys(words, JsonNode.Parse(own.Data.Span), entry.Personal);
        if (!isSame && stored.Schema > entry.Schema) throw new UnknownMessageException(stored.Name, stored.Schema, typeof(TMessage));
        return isSame;
    }

    /// <summary>What this program would have stored for the same; null when the stored message says more than this program can.</summary>
    JsonNode? InOwnWords(StoredMessage stored, Entry entry)
    {
        try
        {
            var data = stored.Schema < entry.Schema ? Upcast(stored, entry) : JsonNode.Parse(stored.Data.Span);
            var words = JsonSerializer.SerializeToNode(data.Deserialize(Tolerant(entry)), entry.Type);
            return HoldsAll(words, data) ? words : null;
        }
        catch (Exception e) when (DoesNotFit(e))
        {
            // A value that only a newer program knows, such as another choice of an enum. What is older, this program must know.
            return stored.Schema >= entry.Schema ? null : throw new MessageFormatException(stored.Name, stored.Schema, e);
        }
    }

    // Members that this program does not know are not errors here: HoldsAll looks at what they say.
    JsonTypeInfo Tolerant(Entry entry) =>
        (_tolerant ??= new(entry.Type.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip }).GetTypeInfo(entry.Type.Type);

    /// <summary>Whether nothing of the data was lost on reading but members that say nothing.</summary>
    static bool HoldsAll(JsonNode? words, JsonNode? data) => (words, data) switch
    {
        (JsonObject own, JsonObject all) => all.All(m => own.TryGetPropertyValue(m.Key, out var value) ? HoldsAll(value, m.Value) : SaysNothing(m.Value)),
        (JsonArray own, JsonArray all) => own.Count == all.Count && own.Zip(all).All(pair => HoldsAll(pair.First, pair.Second)),
        _ => true,
    };

    // What a newer program stores for an added member that its sender did not know: Orleans gives it the default of its type.
    static bool SaysNothing(JsonNode? added) => added?.GetValueKind() switch
    {
        null or JsonValueKind.False => true,
        JsonValueKind.Number => added.GetValue<decimal>() == 0,
        _ => false,
    };

    /// <summary>
    /// Whether two messages are the same but for texts about people that cannot be compared: one was stored before such
    /// texts were sealed, or the key that sealed it has been erased since.
    /// </summary>
    static bool AreSameButForKeys(JsonNode? original, JsonNode? repeated, PersonalPaths? paths)
    {
        var then = paths?.TextsIn(original).ToDictionary(text => text.Node.GetPath(), text => text.Node) ?? [];
        foreach (var now in (paths?.TextsIn(repeated) ?? []).Select(text => text.Node).ToList())
        {
            if (then.TryGetValue(now.GetPath(), out var before) && PersonalJson.Read(now).IsLaterThan(PersonalJson.Read(before)))
                now.ReplaceWith(before.DeepClone());
        }

        return JsonNode.DeepEquals(original, repeated);
    }
}
