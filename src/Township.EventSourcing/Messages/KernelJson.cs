using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>The one way in which messages, states and views become JSON.</summary>
public static class KernelJson
{
    static readonly ConditionalWeakTable<IJsonTypeInfoResolver, JsonSerializerOptions> ByResolver = [];

    /// <summary>
    /// Options over a source-generated context: camelCase, enums as names, unescaped Chinese, nulls written out;
    /// reading is strict: unknown members, missing members and nulls where none may be are errors.
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
    /// The same type under these options. What a context gives by itself has others, and would read camelCase members
    /// as missing without a word.
    /// </summary>
    internal static JsonTypeInfo<T> Of<T>(JsonTypeInfo<T> type) =>
        (JsonTypeInfo<T>)ByResolver.GetValue(type.OriginatingResolver ?? type.Options.TypeInfoResolver!, Options).GetTypeInfo(typeof(T));

    /// <summary>
    /// How a type becomes JSON, after a look at everything it holds: the source generator does not see the elements
    /// of an <see cref="EquatableList{T}"/>, and a missing one is better found at start than in the first command that uses it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The context does not know the type, or one that it holds.</exception>
    internal static JsonTypeInfo Complete(JsonSerializerOptions json, Type type)
    {
        var seen = new HashSet<Type>();
        Visit(type, type.Name);
        return json.GetTypeInfo(type);

        void Visit(Type part, string path)
        {
            if (!seen.Add(part)) return;
            if (!json.TryGetTypeInfo(part, out var info))
                throw new InvalidOperationException($"The JSON context does not know {part} ({path}): add [JsonSerializable(typeof({part.Name}))].");
            if (part.IsGenericType && part.GetGenericTypeDefinition() == typeof(EquatableList<>)) Visit(part.GetGenericArguments()[0], path + "[]");
            foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? []) Visit(derived.DerivedType, derived.DerivedType.Name);
            foreach (var member in info.Properties.Where(p => p.Get is not null || p.Set is not null)) Visit(member.PropertyType, $"{path}.{member.Name}");
        }
    }
}
