using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Township.LoadTest.Peers;

/// <summary>The one event: as many bytes of JSON as the one of the aggregate under load.</summary>
[GenerateSerializer, Immutable, Alias("peers.entered")]
public sealed record Entered(int Number, string Text, int Amount, string By, DateTimeOffset At)
{
    public const string Clerk = "c-001";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Entered))]
sealed partial class EnteredJson : JsonSerializerContext
{
    /// <summary>Chinese as it is, as in the stored events of Township.</summary>
    public static EnteredJson Unescaped { get; } = new(new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
