using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>
/// The JSON of a commit's own parts: actor, captured facts and events. Written by hand because payloads must pass through byte for byte,
/// which a serialiser does not guarantee.
/// </summary>
static class CommitJson
{
    const int LargestKeptBuffer = 1024 * 1024;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    static readonly JsonBytes EmptyArray = JsonBytes.From("[]");

    [ThreadStatic]
    static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? t_scratch;

    public static JsonBytes Write(Actor actor) => Written(actor, static (json, actor) =>
    {
        json.WriteStartObject();
        json.WriteString("subject", actor.Subject);
        json.WriteString("township", actor.Township);
        json.WriteStartArray("roles");
        foreach (var role in actor.Roles.AsSpan()) json.WriteStringValue(role);
        json.WriteEndArray();
        json.WriteString("issuer", actor.Issuer);
        json.WriteString("keyId", actor.KeyId);
        json.WriteString("onBehalfOf", actor.OnBehalfOf);
        json.WriteEndObject();
    });

    public static JsonBytes Write(EquatableList<CapturedFact> facts) =>
        facts.Count == 0 ? EmptyArray : Written(facts, static (json, facts) =>
    {
        json.WriteStartArray();
        foreach (var fact in facts.AsSpan())
        {
            json.WriteStartObject();
            json.WriteString("name", fact.Name);
            json.WriteNumber("schema", fact.Schema);
            json.WriteString("stream", fact.Stream.ToString());
            json.WriteNumber("version", fact.Version);
            json.WriteBoolean("guarded", fact.Guarded);
            json.WritePropertyName("data");
            json.WriteRawValue(fact.Data.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static JsonBytes Write(EquatableList<StoredMessage> events) => Written(events, static (json, events) =>
    {
        json.WriteStartArray();
        foreach (var e in events.AsSpan())
        {
            json.WriteStartObject();
            json.WriteString("name", e.Name);
            json.WriteNumber("schema", e.Schema);
            json.WritePropertyName("data");
            json.WriteRawValue(e.Data.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static Actor ReadActor(JsonBytes json) => Read(json, actor =>
        new Actor(Text(actor, "subject"), Text(actor, "township"),
            actor.GetProperty("roles").EnumerateArray().Select(r => r.GetString() ?? throw new JsonException("A role is null."))
                .ToEquatableList(),
            actor.GetProperty("issuer").GetString(), actor.GetProperty("keyId").GetString(), actor.GetProperty("onBehalfOf").GetString()));

    public static EquatableList<CapturedFact> ReadFacts(JsonBytes json)
    {
        var facts = Elements(json, part => new CapturedFact(
            Text(part, "name"), part.GetProperty("schema").GetInt32(), StreamId.Parse(Text(part, "stream")),
            part.GetProperty("version").GetInt64(), part.GetProperty("guarded").GetBoolean(), Data(part)));
        return facts.CountBy(f => (f.Name, f.Stream)).FirstOrDefault(f => f.Value > 1) is { Value: > 1, Key: var twice }
            ? throw new JsonException($"The fact '{twice.Name}' of {twice.Stream} occurs twice.")
            : facts;
    }

    public static EquatableList<StoredMessage> ReadEvents(JsonBytes json) => Elements(json, part =>
        new StoredMessage(Text(part, "name"), part.GetProperty("schema").GetInt32(), Data(part)));

    // One writer and one buffer per thread: only the finished bytes are allocated.
    static JsonBytes Written<T>(T part, Action<Utf8JsonWriter, T> write)
    {
        var (bytes, json) = t_scratch ??= NewScratch();
        bytes.ResetWrittenCount();
        json.Reset();
        write(json, part);
        json.Flush();
        if (bytes.Capacity > LargestKeptBuffer) t_scratch = null;
        return new(bytes.WrittenSpan.ToArray());
    }

    static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewScratch()
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        return (bytes, new(bytes, Options));
    }

    static EquatableList<T> Elements<T>(JsonBytes json, Func<JsonElement, T> read) =>
        Read(json, array => array.EnumerateArray().Select(read).ToEquatableList());

    // Reports every kind of damage as the same exception type.
    static T Read<T>(JsonBytes json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Memory);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"The stored bytes are damaged: {e.Message}", e);
        }
    }

    static string Text(JsonElement owner, string name) =>
        owner.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null.");

    // Copies the raw bytes out of the document, including their white space: they are exactly the stored bytes.
    static JsonBytes Data(JsonElement owner) => new(JsonMarshal.GetRawUtf8Value(owner.GetProperty("data")).ToArray());
}
