using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>The one way in which messages, states and views become JSON.</summary>
public static class KernelJson
{
    /// <summary>
    /// How messages, facts, states and views become JSON: by what their types say alone, so that nothing has to be listed. A closed
    /// hierarchy (an abstract type with its cases nested in it) is told apart by the names of its cases.
    /// </summary>
    public static JsonSerializerOptions Default { get; } = Options(new DefaultJsonTypeInfoResolver { Modifiers = { TellCasesApart } });

    /// <summary>
    /// The same over another resolver: camelCase, enums as names, unescaped Chinese, nulls written out; reading is strict: unknown members,
    /// missing members and nulls where none may be are errors.
    /// </summary>
    public static JsonSerializerOptions Options(IJsonTypeInfoResolver resolver) => new()
    {
        TypeInfoResolver = resolver,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>
    /// How a type becomes JSON, after a look at everything it holds: what cannot be read back is better found at start than in the
    /// first command that uses it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The type, or one that it holds, cannot be read back.</exception>
    internal static JsonTypeInfo Complete(Type type)
    {
        var seen = new HashSet<Type>();
        Visit(type, type.Name);
        return Default.GetTypeInfo(type);

        void Visit(Type part, string path)
        {
            if (!seen.Add(part)) return;
            var info = Default.GetTypeInfo(part);
            if (WhyUnreadable(info) is { } why) throw new InvalidOperationException($"{part} ({path}) cannot be read back from JSON: {why}.");
            if (part.IsGenericType && part.GetGenericTypeDefinition() == typeof(EquatableList<>)) Visit(part.GetGenericArguments()[0], path + "[]");
            foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? []) Visit(derived.DerivedType, derived.DerivedType.Name);
            foreach (var member in info.Properties.Where(p => p.Get is not null || p.Set is not null)) Visit(member.PropertyType, $"{path}.{member.Name}");
        }
    }

    static string? WhyUnreadable(JsonTypeInfo info)
    {
        if (info.Type == typeof(object)) return "it can be anything; give it a type of its own";
        if (info.Kind != JsonTypeInfoKind.Object) return null;
        if (info.PolymorphismOptions is { DerivedTypes.Count: > 0 }) return null;
        if (info.Type.IsAbstract) return "it is abstract and has no cases; nest them in it, or give it a converter";
        return info.Properties.FirstOrDefault(p => p.Get is not null && p.Set is null && p.AssociatedParameter is null) is { } written
            ? $"its member '{written.Name}' is written and never read; make it a constructor parameter, give it 'init', or mark it with [JsonIgnore]"
            : null;
    }

    // Names of types are no stored format: only states and views are hierarchies, and neither is kept for ever.
    static void TellCasesApart(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || info.PolymorphismOptions is not null || !info.Type.IsAbstract) return;
        var cases = info.Type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(t => !t.IsAbstract && t.IsAssignableTo(info.Type)).ToList();
        if (cases.Count == 0) return;
        info.PolymorphismOptions = new();
        foreach (var one in cases) info.PolymorphismOptions.DerivedTypes.Add(new(one, JsonNamingPolicy.KebabCaseLower.ConvertName(one.Name)));
    }
}
