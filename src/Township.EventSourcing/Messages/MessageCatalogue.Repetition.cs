using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

// Compares stored messages across program versions: docs/formats.md, "Idempotency".
public sealed partial class MessageCatalogue<TMessage>
{
    JsonSerializerOptions? _tolerant;

    /// <summary>Returns whether a stored message has the same meaning as a message of this program.</summary>
    /// <param name="stored">The stored message, of this program or of another version of it.</param>
    /// <param name="own">The message to compare with, in this program's schema version.</param>
    /// <exception cref="UnknownMessageException">The schema version is newer than this program knows, so the messages
    /// cannot be compared.</exception>
    /// <exception cref="MessageFormatException">The schema version is older, and the data does not fit it.</exception>
    internal bool SaysTheSame(StoredMessage stored, StoredMessage own)
    {
        if (stored == own) return true;
        if (stored.Name != own.Name || !_byName.TryGetValue(own.Name, out var entry)) return false;
        var isSame = InOwnWords(stored, entry) is { } words && AreSameButForKeys(words, JsonNode.Parse(own.Data.Span), entry.Personal);
        if (!isSame && stored.Schema > entry.Schema) throw new UnknownMessageException(stored.Name, stored.Schema, typeof(TMessage));
        return isSame;
    }

    /// <summary>
    /// Returns what this program would have stored for the same message; null when the stored message holds more
    /// than this program can express.
    /// </summary>
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
            // A value that only a newer program knows, such as a new member of an enum. Every older value must be known to this program.
            return stored.Schema >= entry.Schema ? null : throw new MessageFormatException(stored.Name, stored.Schema, e);
        }
    }

    // Unknown members are not errors here: HoldsAll compares their values.
    JsonTypeInfo Tolerant(Entry entry) =>
        (_tolerant ??= new(entry.Type.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip }).GetTypeInfo(entry.Type.Type);

    /// <summary>Returns whether reading lost nothing but members with default values.</summary>
    static bool HoldsAll(JsonNode? words, JsonNode? data) => (words, data) switch
    {
        (JsonObject own, JsonObject all) =>
            all.All(m => own.TryGetPropertyValue(m.Key, out var value) ? HoldsAll(value, m.Value) : SaysNothing(m.Value)),
        (JsonArray own, JsonArray all) => own.Count == all.Count && own.Zip(all).All(pair => HoldsAll(pair.First, pair.Second)),
        _ => true,
    };

    // What a newer program stores for an added member that its sender did not know: Orleans sets the default of its type.
    static bool SaysNothing(JsonNode? added) => added?.GetValueKind() switch
    {
        null or JsonValueKind.False => true,
        JsonValueKind.Number => added.GetValue<decimal>() == 0,
        _ => false,
    };

    /// <summary>
    /// Returns whether two messages differ only in personal texts that cannot be compared: one was stored before such texts were sealed, or
    /// its key has been erased since.
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
