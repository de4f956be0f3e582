using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>The JSON serialisation of messages, states and views.</summary>
public static class KernelJson
{
    /// <summary>
    /// The options for messages, facts, states and views. They follow from the types alone, without registration. The cases of a closed
    /// hierarchy (an abstract type with nested cases) are distinguished by the names of the cases.
    /// </summary>
    public static JsonSerializerOptions Default { get; } = Options(new DefaultJsonTypeInfoResolver { Modifiers = { TellCasesApart } });

    /// <summary>
    /// Returns the same options over another resolver: camelCase, enums as names, unescaped Chinese, nulls written. Reading is strict:
    /// unknown members, missing members and unexpected nulls are errors.
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
    /// Returns the JSON contract of a type after checking everything that it holds, so that a type that cannot be read back fails at start
    /// and not in the first command that uses it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The type, or a type that it holds, cannot be read back.</exception>
    internal static JsonTypeInfo Complete(Type type)
    {
        var seen = new HashSet<Type>();
        Visit(type, type.Name);
        return Default.GetTypeInfo(type);

        void Visit(Type part, string path)
        {
            if (!seen.Add(part)) return;
            var info = Default.GetTypeInfo(part);
            if (WhyUnreadable(info) is { } why)
                throw new InvalidOperationException($"{part} ({path}) cannot be read back from JSON: {why}.");
            if (part.IsGenericType && part.GetGenericTypeDefinition() == typeof(EquatableList<>))
                Visit(part.GetGenericArguments()[0], path + "[]");
            foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? []) Visit(derived.DerivedType, derived.DerivedType.Name);
            foreach (var member in info.Properties.Where(p => p.Get is not null || p.Set is not null))
                Visit(member.PropertyType, $"{path}.{member.Name}");
        }
    }

    static string? WhyUnreadable(JsonTypeInfo info)
    {
        if (info.Type == typeof(object)) return "it can be anything; give it a type of its own";
        if (info.Kind != JsonTypeInfoKind.Object) return null;
        if (info.PolymorphismOptions is { DerivedTypes.Count: > 0 }) return null;
        if (info.Type.IsAbstract) return "it is abstract and has no cases; nest them in it, or give it a converter";
        return info.Properties.FirstOrDefault(p => p.Get is not null && p.Set is null && p.AssociatedParameter is null) is { } written
            ? $"its member '{written.Name}' is written and never read; make it a constructor parameter, "
                + "give it 'init', or mark it with [JsonIgnore]"
            : null;
    }

    // Type names may appear in this JSON because only states and views are hierarchies, and neither is stored permanently.
    static void TellCasesApart(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || info.PolymorphismOptions is not null || !info.Type.IsAbstract) return;
        var cases = info.Type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .Where(t => !t.IsAbstract && t.IsAssignableTo(info.Type)).ToList();
        if (cases.Count == 0) return;
        info.PolymorphismOptions = new();
        foreach (var one in cases)
            info.PolymorphismOptions.DerivedTypes.Add(new(one, JsonNamingPolicy.KebabCaseLower.ConvertName(one.Name)));
    }
}
