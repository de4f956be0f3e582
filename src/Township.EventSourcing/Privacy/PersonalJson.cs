using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>Texts about people in JSON whose types nobody knows: sealed ones tell by themselves what they are.</summary>
public static class PersonalJson
{
    static readonly JsonTypeInfo<PersonalText> Type = (JsonTypeInfo<PersonalText>)KernelJson.Default.GetTypeInfo(typeof(PersonalText));

    /// <summary>The same JSON with other values in the place of its sealed texts; the very same bytes when it holds none.</summary>
    /// <param name="json">Any JSON.</param>
    /// <param name="shown">What is shown for a sealed text: null to leave it as it is.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
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

    /// <summary>The sealed texts in any JSON, each once.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyCollection<PersonalText> SealedIn(JsonBytes json) =>
        MayHoldSealed(json) ? [.. SealedIn(JsonNode.Parse(json.Span)).Select(s => s.Text).Distinct()] : [];

    internal static PersonalText Read(JsonNode node) => node.Deserialize(Type) ?? throw new JsonException("A text is null.");

    internal static JsonNode Node(PersonalText text) => JsonSerializer.SerializeToNode(text, Type)!;

    // Most JSON holds none, and finding that out is one vectorised search.
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
        using (var writer = new Utf8JsonWriter(bytes, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (json is null) writer.WriteNullValue();
            else json.WriteTo(writer);
        }

        return new(bytes.WrittenMemory);
    }
}
