using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// Writes a <see cref="PersonalText"/>: <c>"…"</c>, <c>{"about":["p-012"],"text":"…"}</c>,
/// <c>{"about":{"c-017":2,"p-012":1},"sealed":"…"}</c> or <c>{"about":["p-012"],"erased":true}</c>. Reads exactly these forms, with members
/// in any order; a sealed text names people in the order of their ids' UTF-8 bytes, so that each text has one form. Public, so that
/// serialiser contexts of other assemblies can name it.
/// </summary>
public sealed class PersonalTextJsonConverter : JsonConverter<PersonalText>
{
    /// <inheritdoc />
    public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return PersonalText.Clear(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected a text or a sealed text.");
        string? text = null, data = null;
        List<TextPerson>? named = null, keyed = null;
        bool? erased = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name, reader.TokenType)
            {
                case ("about", JsonTokenType.StartArray) when (named, keyed) is (null, null): named = ReadNamed(ref reader); break;
                case ("about", JsonTokenType.StartObject) when (named, keyed) is (null, null): keyed = ReadKeyed(ref reader); break;
                case ("text", JsonTokenType.String) when text is null: text = reader.GetString(); break;
                case ("sealed", JsonTokenType.String) when data is null: data = reader.GetString(); break;
                case ("erased", JsonTokenType.True) when erased is null: erased = true; break;
                default: throw new JsonException($"'{name}' is an unknown, invalid or repeated member of a sealed text.");
            }
        }

        return (named, keyed, text, data, erased) switch
        {
            ({ } persons, null, { } clear, null, null) => PersonalText.About(persons.Select(p => p.Id), clear),
            (null, { } persons, null, { } bytes, null) when Base64.IsValid(bytes) => PersonalText.Sealed(persons, bytes),
            ({ } persons, null, null, null, true) => PersonalText.Erased(persons.Select(p => p.Id)),
            _ => throw new JsonException("Expected a text or a sealed text."),
        };
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is { State: PersonalTextState.Clear, Persons.Count: 0 })
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        if (value.State == PersonalTextState.Sealed)
        {
            writer.WriteStartObject("about");
            foreach (var person in value.Persons) writer.WriteNumber(person.Id, person.Key);
            writer.WriteEndObject();
            writer.WriteString("sealed", value.Data);
        }
        else
        {
            writer.WriteStartArray("about");
            foreach (var person in value.Persons) writer.WriteStringValue(person.Id);
            writer.WriteEndArray();
            if (value.State == PersonalTextState.Clear) writer.WriteString("text", value.Text);
            else writer.WriteBoolean("erased", true);
        }

        writer.WriteEndObject();
    }

    static List<TextPerson> ReadNamed(ref Utf8JsonReader reader)
    {
        var persons = new List<TextPerson>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String) persons.Add(new(reader.GetString()!));
        return reader.TokenType == JsonTokenType.EndArray && persons.Count > 0
            ? persons
            : throw new JsonException("Expected the ids of people.");
    }

    static List<TextPerson> ReadKeyed(ref Utf8JsonReader reader)
    {
        var persons = new List<TextPerson>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var id = reader.GetString()!;
            if (persons is [.., var last] && Utf8Order.Instance.Compare(last.Id, id) >= 0)
                throw new JsonException("The people are not in order, or one occurs twice.");
            if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var key) || key < 1)
                throw new JsonException("Expected the number of a key.");
            persons.Add(new(id, key));
        }

        return reader.TokenType == JsonTokenType.EndObject && persons.Count > 0
            ? persons
            : throw new JsonException("Expected people and the numbers of their keys.");
    }
}
