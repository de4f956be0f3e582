using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Township.Auditing;

/// <summary>One difference between two JSON texts.</summary>
/// <param name="Path">The JSON Pointer (RFC 6901) of the place, for example <c>/winners/0</c>; empty for the whole text.</param>
/// <param name="Before">The JSON value before; null when there was none.</param>
/// <param name="After">The JSON value after; null when there is none.</param>
public sealed record JsonChange(string Path, string? Before, string? After);

/// <summary>
/// The structural difference of two JSON texts: objects are compared by member, arrays by index, other values by value. White space and the
/// order of members do not matter.
/// </summary>
public static class JsonDiff
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the differences, in the order of the first text, followed by members that only the second text has.</summary>
    public static IReadOnlyList<JsonChange> Between(JsonBytes before, JsonBytes after) =>
        [.. Compare("", JsonNode.Parse(before.Span), JsonNode.Parse(after.Span))];

    static IEnumerable<JsonChange> Compare(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (JsonObject b, JsonObject a) => b.Select(m => m.Key).Union(a.Select(m => m.Key)).SelectMany(key =>
            Member($"{path}/{Escape(key)}", b.ContainsKey(key), b[key], a.ContainsKey(key), a[key])),
        (JsonArray b, JsonArray a) => Enumerable.Range(0, Math.Max(b.Count, a.Count)).SelectMany(i =>
            Member($"{path}/{i}", i < b.Count, b.ElementAtOrDefault(i), i < a.Count, a.ElementAtOrDefault(i))),
        _ when JsonNode.DeepEquals(before, after) => [],
        _ => [new(path, Text(before), Text(after))],
    };

    static IEnumerable<JsonChange> Member(string path, bool inBefore, JsonNode? before, bool inAfter, JsonNode? after) =>
        inBefore && inAfter ? Compare(path, before, after) : [new(path, inBefore ? Text(before) : null, inAfter ? Text(after) : null)];

    static string Escape(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    static string Text(JsonNode? node) => node?.ToJsonString(Readable) ?? "null";
}
