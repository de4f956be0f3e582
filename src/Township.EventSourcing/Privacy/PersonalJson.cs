using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>Finds sealed texts in JSON of unknown types; their shape identifies them.</summary>
public static class PersonalJson
{
    static readonly JsonTypeInfo<PersonalText> Type = (JsonTypeInfo<PersonalText>)KernelJson.Default.GetTypeInfo(typeof(PersonalText));

    /// <summary>Returns the same JSON with its sealed texts replaced; the same bytes when it holds none.</summary>
    /// <param name="json">Any JSON.</param>
    /// <param name="shown">Returns the replacement of a sealed text; null to leave it unchanged.</param>
    /// <exception cref="JsonException">The text is not valid JSON.</exception>
    public static JsonBytes Replace(JsonBytes json, Func<PersonalText, JsonNode?> shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        if (!MayHoldSealed(json)) return json;
        var root = JsonNode.Parse(json.Span);
        foreach (var (node, text) in SealedIn(root).ToList())
        {
            if (shown(text) is not { } replacement) continue;
            if (node == root) root = replacement;
            else node.ReplaceWith(replacement);
        }

        return Bytes(root);
    }

    /// <summary>Returns the distinct sealed texts in any JSON.</summary>
    /// <exception cref="JsonException">The text is not valid JSON.</exception>
    public static IReadOnlyCollection<PersonalText> SealedIn(JsonBytes json) =>
        MayHoldSealed(json) ? [.. SealedIn(JsonNode.Parse(json.Span)).Select(s => s.Text).Distinct()] : [];

    internal static PersonalText Read(JsonNode node) => node.Deserialize(Type) ?? throw new JsonException("A text is null.");

    internal static JsonNode Node(PersonalText text) => JsonSerializer.SerializeToNode(text, Type)!;

    // Most JSON holds none, and one vectorised search finds that out.
    static bool MayHoldSealed(JsonBytes json) => json.Span.IndexOf("\"sealed\":"u8) >= 0;

    static IEnumerable<(JsonNode Node, PersonalText Text)> SealedIn(JsonNode? json) => json switch
    {
        JsonObject { Count: 2 } owner when TrySealed(owner) is { } text => [(owner, text)],
        JsonObject owner => owner.SelectMany(member => SealedIn(member.Value)),
        JsonArray list => list.SelectMany(SealedIn),
        _ => [],
    };

    static PersonalText? TrySealed(JsonObject owner)
    {
        if (!owner.ContainsKey("about") || !owner.ContainsKey("sealed")) return null;
        try
        {
            return Read(owner);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static JsonBytes Bytes(JsonNode? json)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(
            bytes, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (json is null) writer.WriteNullValue();
            else json.WriteTo(writer);
        }

        return new(bytes.WrittenMemory);
    }
}
