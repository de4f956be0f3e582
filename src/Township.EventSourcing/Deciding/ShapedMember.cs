using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Township.EventSourcing;

/// <summary>
/// A member of a command and the values that it may hold. Read through a compiled delegate, because every command passes through here;
/// members that cannot hold an invalid value are left out. The delegate is compiled on first use, since tools only ask for the attributes.
/// </summary>
sealed record ShapedMember(
    string Name, Lazy<Func<object, object?>> Reader, bool Nullable, TextAttribute Text, CountAttribute Count, CodeAttribute? Code)
{
    static readonly ConcurrentDictionary<Type, ShapedMember[]> Known = [];
    static readonly TextAttribute DefaultText = new();
    static readonly CountAttribute DefaultCount = new(0, CountAttribute.DefaultMax);

    public bool IsKey => Code is KeyAttribute;

    public bool IsPerson => Code is PersonAttribute;

    /// <summary>The rules for each element of a list; none may be null.</summary>
    public ShapedMember Element => field ??= this with { Nullable = false };

    public object? Read(object owner) => Reader.Value(owner);

    public static ShapedMember[] Of(Type owner) => Known.GetOrAdd(owner, static type => [.. Members(type)]);

    /// <summary>Returns whether every value of the type is well-formed.</summary>
    public static bool HasNoShape(Type type) =>
        type.IsPrimitive || type == typeof(decimal) || type == typeof(Guid)
            || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    static IEnumerable<ShapedMember> Members(Type owner)
    {
        var nullability = new NullabilityInfoContext();
        return owner.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.SetMethod is not null && !IsAlwaysWellFormed(p.PropertyType))
            .Select(p => new ShapedMember(
                char.ToLowerInvariant(p.Name[0]) + p.Name[1..], new(() => Compiled(p)),
                nullability.Create(p).ReadState == NullabilityState.Nullable,
                Rule<TextAttribute>(p) ?? DefaultText, Rule<CountAttribute>(p) ?? DefaultCount, Rule<CodeAttribute>(p)));
    }

    static bool IsAlwaysWellFormed(Type type) =>
        (type.IsPrimitive && type != typeof(double) && type != typeof(float)) || type == typeof(decimal) || type == typeof(Guid);

    static Func<object, object?> Compiled(PropertyInfo property)
    {
        var owner = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(owner, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), owner).Compile();
    }

    // On a positional record the attribute stands on the constructor's parameter.
    static TRule? Rule<TRule>(PropertyInfo property) where TRule : Attribute =>
        property.GetCustomAttribute<TRule>() ?? property.DeclaringType!
            .GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .SelectMany(c => c.GetParameters()).Where(p => p.Name == property.Name)
            .Select(p => p.GetCustomAttribute<TRule>()).FirstOrDefault(a => a is not null);
}
