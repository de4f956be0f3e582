using System.Reflection;
using System.Text.RegularExpressions;

namespace Township;

/// <summary>A command as its contract and its XML docs show it.</summary>
/// <param name="Category">Of its aggregate.</param>
/// <param name="Grain">The interface that takes it.</param>
/// <param name="About">What the interface says of itself, with its key.</param>
/// <param name="StoredName">Its name in histories.</param>
/// <param name="Member">How it is written.</param>
/// <param name="Who">Who may give it: its own sentence "By …", or that of all commands of the aggregate.</param>
/// <param name="What">What it does.</param>
sealed partial record CommandDoc(string Category, string Grain, string About, string StoredName, string Member, string Who, string What)
{
    public static IEnumerable<CommandDoc> All()
    {
        var contracts = typeof(Roles).Assembly;
        var docs = new XmlDocs(contracts);
        return contracts.GetTypes().Where(t => t.IsInterface).Select(grain => (Grain: grain, Command: CommandOf(grain))).Where(g => g.Command is not null)
            .SelectMany(g => g.Command!.GetNestedTypes().OrderBy(t => t.MetadataToken).Select(command => Of(command, g.Grain, docs)));
    }

    static CommandDoc Of(Type command, Type grain, XmlDocs docs)
    {
        var name = command.GetCustomAttribute<CommandNameAttribute>()!.Name;
        var (own, all) = (docs.Summary(command), docs.Summary(command.BaseType!));
        var who = By().Match(own) is { Success: true } match ? match.Value : By().Matches(all) is [var one] ? one.Value : "";
        return new(
            name.Split('.')[0], grain.Name, docs.Summary(grain), name, $"{command.DeclaringType!.Name}.{command.Name}({Parameters(command)})",
            who.Replace("By ", "", StringComparison.Ordinal).Replace(", except where it says otherwise", "", StringComparison.Ordinal).TrimEnd('.'),
            By().Replace(own, "").Trim());
    }

    static Type? CommandOf(Type grain) => grain.GetInterfaces()
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregateGrain<,>))?.GetGenericArguments()[0];

    static string Parameters(Type command)
    {
        var nullability = new NullabilityInfoContext();
        return string.Join(", ", command.GetConstructors().Single(c => !c.GetParameters().Any(p => p.ParameterType == command)).GetParameters().Select(p =>
            $"{Shown(p.ParameterType)}{(!p.ParameterType.IsValueType && nullability.Create(p).WriteState is NullabilityState.Nullable ? "?" : "")} {p.Name}"));
    }

    static string Shown(Type type) => Nullable.GetUnderlyingType(type) is { } value ? $"{Shown(value)}?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Shown))}>"
        : type == typeof(string) ? "string" : type == typeof(int) ? "int" : type == typeof(bool) ? "bool" : type == typeof(decimal) ? "decimal"
        : type == typeof(long) ? "long" : type.Name;

    [GeneratedRegex(@"(?<=^|[.:;] )By [^.]*\.")]
    private static partial Regex By();
}
