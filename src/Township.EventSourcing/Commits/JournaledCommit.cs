using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>
/// Commits of journaled grains: events that a grain raised itself and that no aggregate of this library decided. They are chained and
/// hashed like all others; only the grain's own program can fold and decide them again.
/// </summary>
public static class JournaledCommit
{
    /// <summary>
    /// The stored name of their command. Its data is <c>{"grain":"type/key"}</c>, the grain whose events they are.
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

    /// <summary>Returns whether a commit was made by a journaled grain.</summary>
    public static bool Is(CommitContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.CommandName == CommandName;
    }
}
