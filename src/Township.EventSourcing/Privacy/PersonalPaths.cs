using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>
/// The places in the JSON of a type that may hold personal texts, and the people whom it names beside them. Only the type tells a clear
/// text from any other string. Created once per type from the serialiser's metadata; immutable.
/// </summary>
sealed class PersonalPaths
{
    readonly Dictionary<string, PersonalPaths> _members = [], _variants = [];
    PersonalPaths? _elements;
    string? _variantName;
    bool _isText, _isPerson;

    PersonalPaths() { }

    /// <summary>Returns the places in a type; null when it cannot hold personal texts.</summary>
    public static PersonalPaths? In(JsonSerializerOptions json, Type type)
    {
        var paths = Of(json, type, []);
        return paths.ReachText([]) ? paths : null;
    }

    /// <summary>Returns the texts in a message, in order; no element is null.</summary>
    public List<PlacedText> TextsIn(JsonNode? json)
    {
        var texts = new List<PlacedText>();
        Collect(json, [], texts);
        return texts;
    }

    // The people whom an object names apply to all texts within the object, not to those of its neighbours.
    void Collect(JsonNode? json, string[] named, List<PlacedText> texts)
    {
        if (json is null) return;
        if (_isText) texts.Add(new(json, named));
        else if (json is JsonArray list)
        {
            foreach (var element in list) _elements?.Collect(element, named, texts);
        }
        else if (json is JsonObject owner)
        {
            var members = MembersOf(owner);
            foreach (var (name, value) in owner)
                if (value is JsonValue person && MemberOf(members, name) is { _isPerson: true })
                    named = [.. named, person.GetValue<string>()];
            foreach (var (name, value) in owner) MemberOf(members, name)?.Collect(value, named, texts);
        }
    }

    Dictionary<string, PersonalPaths> MembersOf(JsonObject owner) =>
        _variantName is not null && owner[_variantName] is { } variant && _variants.TryGetValue(variant.ToString(), out var paths)
            ? paths._members
            : _members;

    // A dictionary's values are treated as elements.
    PersonalPaths? MemberOf(Dictionary<string, PersonalPaths> members, string name) => _elements ?? members.GetValueOrDefault(name);

    static PersonalPaths Of(JsonSerializerOptions json, Type type, Dictionary<Type, PersonalPaths> known)
    {
        if (known.TryGetValue(type, out var paths)) return paths;
        known.Add(type, paths = new() { _isText = type == typeof(PersonalText) });
        if (paths._isText) return paths;
        var info = json.GetTypeInfo(type);
        if (ElementOf(info) is { } element) paths._elements = Of(json, element, known);
        foreach (var member in info.Properties.Where(p => p.Get is not null))
            paths._members[member.Name] = Of(json, member.PropertyType, known);
        if (info.Kind == JsonTypeInfoKind.Object)
            foreach (var member in ShapedMember.Of(type).Where(m => m.IsPerson)) paths._members[member.Name] = new() { _isPerson = true };
        if (info.PolymorphismOptions is not { } variants) return paths;
        paths._variantName = variants.TypeDiscriminatorPropertyName;
        foreach (var variant in variants.DerivedTypes.Where(v => v.DerivedType != type))
            paths._variants[variant.TypeDiscriminator!.ToString()!] = Of(json, variant.DerivedType, known);
        return paths;
    }

    // The serialiser does not know the element type of our own list types.
    static Type? ElementOf(JsonTypeInfo info) =>
        info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() == typeof(EquatableList<>)
            ? info.Type.GetGenericArguments()[0]
            : info.ElementType;

    bool ReachText(HashSet<PersonalPaths> asked)
    {
        if (_isText) return true;
        if (!asked.Add(this)) return false;
        return _members.Values.Concat(_variants.Values).Append(_elements).Any(p => p?.ReachText(asked) == true);
    }
}

/// <summary>A personal text and its place in the message.</summary>
/// <param name="Node">The text.</param>
/// <param name="Named">The ids of the people whom the message names beside or around it.</param>
readonly record struct PlacedText(JsonNode Node, IReadOnlyList<string> Named);
