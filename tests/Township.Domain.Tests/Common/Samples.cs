using System.Globalization;
using System.Reflection;

namespace Township;

/// <summary>Values of any record of the contracts, with every member filled, or with every member that may be null left out.</summary>
static class Samples
{
    static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<object> Of(Type type) => Concrete(type).SelectMany(t => new[] { Make(t, filled: true), Make(t, filled: false) });

    // A closed hierarchy stands for all of its members.
    static IEnumerable<Type> Concrete(Type type) =>
        type.IsAbstract ? type.GetNestedTypes().Where(type.IsAssignableFrom) : [type];

    static object Make(Type type, bool filled)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .Where(c => c.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p, filled))]);
    }

    static object? Value(ParameterInfo parameter, bool filled) =>
        !filled && Nullability.Create(parameter).ReadState == NullabilityState.Nullable ? null : Value(parameter.ParameterType, parameter.Name!, filled);

    static object Value(Type type, string name, bool filled) => Nullable.GetUnderlyingType(type) switch
    {
        { } underlying => Value(underlying, name, filled),
        null when type == typeof(string) => $"{name} “惠民” \U0001F600 <&>",
        null when type == typeof(int) => 42,
        null when type == typeof(long) => 4_200_000_000_000L,
        null when type == typeof(bool) => true,
        null when type == typeof(decimal) => 12.50m,
        null when type == typeof(Guid) => new Guid("01900000-0000-7000-8000-000000000001"),
        null when type == typeof(DateOnly) => new DateOnly(2026, 2, 28),
        null when type == typeof(DateTimeOffset) => DateTimeOffset.Parse("2026-02-28T15:59:59.123456Z", CultureInfo.InvariantCulture),
        null when type == typeof(PersonalText) => filled ? PersonalText.Sealed("p-1", 1, "c2VhbGVk") : PersonalText.About("p-1", name),
        null when type == typeof(Month) => new Month(2026, 2),
        null when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
        null when IsList(type) => List(type.GetGenericArguments()[0], filled),
        _ => Make(Concrete(type).First(), filled),
    };

    static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableList<>);

    static object List(Type element, bool filled)
    {
        var items = Array.CreateInstance(element, filled ? 2 : 0);
        for (var i = 0; i < items.Length; i++) items.SetValue(Value(element, $"item {i}", filled), i);
        return typeof(EquatableList).GetMethod(nameof(EquatableList.ToEquatableList))!.MakeGenericMethod(element).Invoke(null, [items])!;
    }
}
