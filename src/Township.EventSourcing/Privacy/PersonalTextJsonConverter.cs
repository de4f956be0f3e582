using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// Writes a <see cref="PersonalText"/>: <c>"…"</c>, <c>{"about":"p-012","text":"…"}</c>, <c>{"about":"p-012","key":1,"sealed":"…"}</c>
/// or <c>{"about":"p-012","erased":true}</c>. Reads exactly these, in any order of members.
/// Public because the source generator names it in the contexts of other assemblies.
/// </summary>
public sealed class PersonalTextJsonConverter : JsonConverter<PersonalText>
{
    /// <inheritdoc />
    public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return PersonalText.Clear(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected a text or a sealed text.");
        string? about = null, text = null, data = null;
        int? key = null;
        bool? erased = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name, reader.TokenType)
            {
                case ("about", JsonTokenType.String) when about is null: about = reader.GetString(); break;
                case ("text", JsonTokenType.String) when text is null: text = reader.GetString(); break;
                case ("sealed", JsonTokenType.String) when data is null: data = reader.GetString(); break;
                case ("key", JsonTokenType.Number) when key is null && reader.TryGetInt32(out var number): key = number; break;
                case ("erased", JsonTokenType.True) when erased is null: erased = true; break;
                default: throw new JsonException($"'{name}' is not a member of a sealed text, or not what it must be, or there twice.");
            }
        }

        return (about, text, key, data, erased) switch
        {
            ({ } subject, { } clear, null, null, null) => PersonalText.About(subject, clear),
            ({ } subject, null, >= 1 and { } generation, { } bytes, null) when Base64.IsValid(bytes) => PersonalText.Sealed(subject, generation, bytes),
            ({ } subject, null, null, null, true) => PersonalText.Erased(subject),
            _ => throw new JsonException("Expected a text or a sealed text."),
        };
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is { State: PersonalTextState.Clear, Subject: null })
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("about", value.Subject);
        switch (value.State)
        {
            case PersonalTextState.Clear:
                writer.WriteString("text", value.Text);
                break;
            case PersonalTextState.Sealed:
                writer.WriteNumber("key", value.Generation);
                writer.WriteString("sealed", value.Data);
                break;
            default:
                writer.WriteBoolean("erased", true);
                break;
        }

        writer.WriteEndObject();
    }
}
