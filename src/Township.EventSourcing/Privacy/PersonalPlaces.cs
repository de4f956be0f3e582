using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>
/// Where the JSON of a type may hold texts about people: a plain string there is a clear text, and only the type tells.
/// Made once per type from what the serialiser knows; immutable.
/// </summary>
sealed class PersonalPlaces
{
    readonly Dictionary<string, PersonalPlaces> _members = [], _variants = [];
    PersonalPlaces? _elements;
    string? _variantName;
    bool _isText;

    PersonalPlaces() { }

    /// <summary>The places in a type; null when it can hold none.</summary>
    public static PersonalPlaces? In(JsonSerializerOptions json, Type type)
    {
        var places = Of(json, type, []);
        return places.ReachText([]) ? places : null;
    }

    /// <summary>The texts in a message, in order. None is null.</summary>
    public IEnumerable<JsonNode> TextsIn(JsonNode? json) => json switch
    {
        null => [],
        _ when _isText => [json],
        JsonArray list => list.SelectMany(element => _elements?.TextsIn(element) ?? []),
        JsonObject owner => owner.SelectMany(member => MemberOf(owner, member.Key)?.TextsIn(member.Value) ?? []),
        _ => [],
    };

    // A dictionary's values are elements under names.
    PersonalPlaces? MemberOf(JsonObject owner, string name) =>
        _elements ?? (VariantOf(owner)?._members ?? _members).GetValueOrDefault(name);

    PersonalPlaces? VariantOf(JsonObject owner) =>
        _variantName is not null && owner[_variantName] is { } variant ? _variants.GetValueOrDefault(variant.ToString()) : null;

    static PersonalPlaces Of(JsonSerializerOptions json, Type type, Dictionary<Type, PersonalPlaces> known)
    {
        if (known.TryGetValue(type, out var places)) return places;
        known.Add(type, places = new() { _isText = type == typeof(PersonalText) });
        if (places._isText) return places;
        var info = json.GetTypeInfo(type);
        if (ElementOf(info) is { } element) places._elements = Of(json, element, known);
        foreach (var member in info.Properties.Where(p => p.Get is not null)) places._members[member.Name] = Of(json, member.PropertyType, known);
        if (info.PolymorphismOptions is not { } variants) return places;
        places._variantName = variants.TypeDiscriminatorPropertyName;
        foreach (var variant in variants.DerivedTypes.Where(v => v.DerivedType != type))
            places._variants[variant.TypeDiscriminator!.ToString()!] = Of(json, variant.DerivedType, known);
        return places;
    }

    // The serialiser does not look into lists of our own.
    static Type? ElementOf(JsonTypeInfo info) =>
        info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() == typeof(EquatableList<>) ? info.Type.GetGenericArguments()[0] : info.ElementType;

    bool ReachText(HashSet<PersonalPlaces> asked)
    {
        if (_isText) return true;
        if (!asked.Add(this)) return false;
        return _members.Values.Concat(_variants.Values).Append(_elements).Any(p => p?.ReachText(asked) == true);
    }
}
