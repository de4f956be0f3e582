using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>
/// Commits of journaled grains: events that a grain raised by itself, decided by no aggregate of this library. They are
/// chained and hashed like all others; folding and deciding them again is up to the grain's own program.
/// </summary>
public static class JournaledCommit
{
    /// <summary>
    /// The stored name of their command. Its data is <c>{"grain":"type/key"}</c>: whose events they are, whatever the stream is called.
    /// </summary>
    public const string CommandName = "journaled-grain.append";

    static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command of a grain's commits.</summary>
    /// <param name="grain">The grain id, <c>type/key</c>.</param>
    public static StoredMessage Command(string grain)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            json.WriteString("grain", grain);
            json.WriteEndObject();
        }

        return new(CommandName, 1, new(bytes.WrittenSpan.ToArray()));
    }

    /// <summary>Whether a commit is one of them.</summary>
    public static bool Is(CommitContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.CommandName == CommandName;
    }
}
