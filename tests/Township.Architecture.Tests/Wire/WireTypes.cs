using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Township;

/// <summary>Everything of ours that crosses the wire, found in the assemblies: types, the enums in them, and the methods of grains.</summary>
static class WireTypes
{
    static readonly Assembly[] Ours =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Township.*.dll").Where(f => !f.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f))),
    ];

    public static List<WireLine> Lines()
    {
        using var services = new ServiceCollection().AddSerializer(builder =>
        {
            foreach (var assembly in Ours) builder.AddAssembly(assembly);
        }).BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        Type[] all = [.. Ours.SelectMany(a => a.GetTypes())];
        Type[] types = [.. all.Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>(false) is not null)];
        return
        [
            .. types.Select(t => OfType(t, serializer)).Concat(types.SelectMany(EnumsIn).Distinct().Select(OfEnum))
                .Concat(all.Where(t => t.IsInterface && t != typeof(IAddressable) && t.IsAssignableTo(typeof(IAddressable))).Select(OfGrain))
                .OrderBy(l => l.Name, StringComparer.Ordinal),
        ];
    }

    static WireLine OfType(Type type, Serializer serializer) => new(NameOf(type), AliasOf(type), [.. Members(type)], type.IsAbstract ? "" : BytesOf(type, serializer));

    static IEnumerable<string> Members(Type type) =>
    [
        .. WireSamples.Positional(type).Select(p => $"{p.Name}@{p.Position}:{Shown(p.ParameterType)}"),
        .. WireSamples.Numbered(type).Select(p => $"{p.Name}#{p.GetCustomAttribute<IdAttribute>()!.Id}:{Shown(p.PropertyType)}"),
    ];

    static string BytesOf(Type type, Serializer serializer)
    {
        var closed = type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(string))]) : type;
        return Convert.ToHexStringLower(SHA256.HashData(serializer.SerializeToArray<object>(WireSamples.Of(closed))))[..12];
    }

    static WireLine OfEnum(Type type) => new(NameOf(type), "", [.. Enum.GetNames(type).Select(n => $"{n}={Convert.ToInt64(Enum.Parse(type, n), null)}")], "");

    static WireLine OfGrain(Type type) => new(NameOf(type), AliasOf(type),
        [.. type.GetMethods().Select(m => $"{m.GetCustomAttribute<AliasAttribute>()?.Alias ?? m.Name}({string.Join(", ", m.GetParameters().Select(p => Shown(p.ParameterType)))}) {Shown(m.ReturnType)}")], "");

    static IEnumerable<Type> EnumsIn(Type type) => WireSamples.Positional(type).Select(p => p.ParameterType).Concat(WireSamples.Numbered(type).Select(p => p.PropertyType))
        .SelectMany(t => t.IsGenericType ? t.GetGenericArguments() : [t]).Where(t => t.IsEnum && Ours.Contains(t.Assembly));

    static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>(false)?.Alias ?? "";

    static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    static string Shown(Type type) => Nullable.GetUnderlyingType(type) is { } value ? $"{Shown(value)}?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Shown))}>"
        : type.Name;
}
