using System.Text.Encodings.Web;
using System.Text.Json;

namespace Township.Auditing;

/// <summary>
/// One commit per line. The JSON parts are copied byte for byte, so that the hashes can be computed from the line; a part that is damaged,
/// or contains a line break, is written as <c>{"$base64":"…"}</c> instead.
/// </summary>
sealed class CommitsJsonLines(string folder) : ExportFile(folder, "commits.jsonl")
{
    Stream? _stream;

    public override async Task Write(RecordedCommit commit)
    {
        await _stream!.WriteAsync(CommitLine.Of(commit));
        _stream.WriteByte((byte)'\n');
        Rows++;
    }

    protected override void Open(Stream stream) => _stream = stream;

    protected override ValueTask Close() => _stream?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A commit as one line of JSON, with everything that is stored.</summary>
public static class CommitLine
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the line, without the line end.</summary>
    public static ReadOnlyMemory<byte> Of(RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var content = commit.Content;
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(content.Size + 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("position", commit.Position);
            json.WriteString("stream", commit.Stream.ToString());
            json.WriteNumber("firstVersion", commit.FirstVersion);
            json.WriteNumber("eventCount", content.EventCount);
            json.WriteString("commandId", content.CommandId);
            json.WriteString("commandName", content.CommandName);
            json.WriteNumber("commandSchema", content.CommandSchema);
            Part(json, "commandData", content.CommandData);
            Part(json, "actor", content.Actor);
            json.WriteString("correlationId", content.CorrelationId);
            json.WriteString("causationId", content.CausationId);
            json.WriteNumber("decidedAtMicros", content.DecidedAtMicros);
            json.WriteString("decidedAt", Moment(commit));
            json.WriteNumber("rulesVersion", content.Rules.Rules);
            json.WriteString("policyVersion", content.Rules.Policy);
            json.WriteString("calendarVersion", content.Rules.Calendar);
            json.WriteString("codeVersion", content.Rules.Code);
            Part(json, "facts", content.Facts);
            Part(json, "events", content.Events);
            json.WriteString("hash", commit.Hash.ToString());
            json.WriteString("logHash", commit.LogHash.ToString());
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>
    /// Returns a commit's time of decision: UTC with microseconds, <c>2026-03-02T01:00:00.000000Z</c>; empty when the stored
    /// number is not a valid time.
    /// </summary>
    public static string Moment(RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        try
        {
            return commit.DecidedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (Damage.Is(e))
        {
            return "";
        }
    }

    static void Part(Utf8JsonWriter json, string name, JsonBytes part)
    {
        json.WritePropertyName(name);
        if (IsOneLineOfJson(part))
        {
            json.WriteRawValue(part.Span, skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        json.WriteBase64String("$base64", part.Span);
        json.WriteEndObject();
    }

    static bool IsOneLineOfJson(JsonBytes part)
    {
        if (part.Span.ContainsAny((byte)'\n', (byte)'\r') || !System.Text.Unicode.Utf8.IsValid(part.Span)) return false;
        try
        {
            JsonDocument.Parse(part.Memory).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
