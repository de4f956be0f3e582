using System.Buffers.Binary;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Township;

/// <summary>
/// One value of any type that crosses the wire. What a member holds follows from its name: two members that change places show,
/// and nothing else changes what a type looks like.
/// </summary>
static class WireSamples
{
    const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The parameters of a positional record, which Orleans numbers by their place; none for other types.</summary>
    public static ParameterInfo[] Positional(Type type) => ConstructorOf(type) is { } constructor && constructor.GetParameters() is var parameters
        && parameters.All(p => type.GetProperty(p.Name!, Any)?.PropertyType == p.ParameterType) ? parameters : [];

    /// <summary>The members that have a number, of the type itself.</summary>
    public static IEnumerable<PropertyInfo> Numbered(Type type) =>
        type.GetProperties(Any | BindingFlags.DeclaredOnly).Where(p => p.GetCustomAttribute<IdAttribute>() is not null);

    /// <summary>A value of a type of ours.</summary>
    public static object Of(Type type, string path = "")
    {
        if (type.IsAbstract) return Of(type.GetNestedTypes(Any).Where(n => n.IsAssignableTo(type)).MinBy(n => n.Name, StringComparer.Ordinal)!, path);
        var constructor = ConstructorOf(type) ?? throw new NotSupportedException($"{type} has no constructor that WireSamples can call.");
        var value = constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, $"{path}/{p.Name}"))]);
        for (var t = type; t is not null && IsOurs(t); t = t.BaseType)
            foreach (var property in Numbered(t).Where(p => p.SetMethod is not null)) property.SetValue(value, Value(property.PropertyType, $"{path}/{property.Name}"));
        return value;
    }

    // The longest one, but not that of a record's copy.
    static ConstructorInfo? ConstructorOf(Type type) => type.GetConstructors(Any)
        .Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(c => c.GetParameters().Length);

    static object Value(Type type, string path) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => path,
        var t when t == typeof(bool) => true,
        var t when t == typeof(int) => Number(path),
        var t when t == typeof(long) => 1_000_000_000_000L + Number(path),
        var t when t == typeof(decimal) => Number(path) / 100m,
        var t when t == typeof(Guid) => new Guid(Hash(path)[..16]),
        var t when t == typeof(DateOnly) => DateOnly.FromDayNumber(730_000 + Number(path)),
        var t when t == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddSeconds(Number(path)),
        var t when t == typeof(byte[]) => Encoding.UTF8.GetBytes(path),
        var t when t == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(path)),
        var t when t == typeof(PersonalText) => PersonalText.Sealed(path, 1, "c2VhbGVk"),
        { IsEnum: true } t => Enum.GetValues(t) is var values ? values.GetValue(Number(path) % values.Length)! : null!,
        { IsArray: true } t => Filled(t.GetElementType()!, path),
        { IsGenericType: true } t when t.GetGenericTypeDefinition() == typeof(EquatableList<>) => List(t.GetGenericArguments()[0], path),
        var t when IsOurs(t) => Of(t, path),
        var t => throw new NotSupportedException($"{path}: say in WireSamples what a {t} may hold."),
    };

    static bool IsOurs(Type type) => type.Namespace?.StartsWith("Township", StringComparison.Ordinal) == true;

    static int Number(string path) => (int)(BinaryPrimitives.ReadUInt32LittleEndian(Hash(path)) % 100_000);

    static byte[] Hash(string path) => SHA256.HashData(Encoding.UTF8.GetBytes(path));

    static Array Filled(Type element, string path)
    {
        var items = Array.CreateInstance(element, 1);
        items.SetValue(Value(element, $"{path}/0"), 0);
        return items;
    }

    static object List(Type element, string path) =>
        typeof(EquatableList).GetMethod(nameof(EquatableList.ToEquatableList))!.MakeGenericMethod(element).Invoke(null, [Filled(element, path)])!;
}
