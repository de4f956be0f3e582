using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Township.EventSourcing;

/// <summary>
/// Checks that a command can be what it claims to be, before any rule looks at it: no nulls where none may be, no
/// blank, oversized or unprintable texts, lists within bounds, dates within living memory, defined enum values.
/// Every member of every command is covered without being named; <see cref="TextAttribute"/> and
/// <see cref="CountAttribute"/> widen or narrow the defaults. Thread-safe.
/// </summary>
public static class CommandShape
{
    /// <summary>The earliest date that a command may mention.</summary>
    public static readonly DateOnly EarliestDate = new(1900, 1, 1);

    /// <summary>The latest date that a command may mention.</summary>
    public static readonly DateOnly LatestDate = new(2100, 12, 31);

    static readonly ConcurrentDictionary<Type, Member[]> Members = [];
    static readonly TextAttribute DefaultText = new();
    static readonly CountAttribute DefaultCount = new(0, CountAttribute.DefaultMax);

    sealed record Member(PropertyInfo Property, string Name, bool Nullable, TextAttribute Text, CountAttribute Count, bool IsKey);

    sealed record Fault(string Path, string Chinese, string English);

    /// <summary>Null when the command is well-formed, else a <c>command.malformed</c> refusal that names the first bad field.</summary>
    public static Refusal? Check(ICommand? command) => Refused(
        command is null ? new Fault("command", "不能为空", "must not be null")
        : command.CommandId == Guid.Empty ? new Fault("commandId", "不能为空", "must not be empty")
        : CheckMembers(command, ""));

    /// <summary>The same for the caller: what cannot be stored must not reach a batch that others share.</summary>
    public static Refusal? CheckCaller(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return Refused(CheckMembers(caller, "caller."));
    }

    static Refusal? Refused(Fault? fault) =>
        fault is null ? null : KernelRefusals.Malformed.With(fault.Path, fault.Chinese, fault.English);

    static Fault? CheckMembers(object owner, string path)
    {
        foreach (var member in Members.GetOrAdd(owner.GetType(), MembersOf))
            if (CheckValue(member.Property.GetValue(owner), member, path + member.Name) is { } fault) return fault;
        return null;
    }

    static Fault? CheckValue(object? value, Member member, string path) => value switch
    {
        null => member.Nullable ? null : new(path, "不能为空", "must not be null"),
        string text => CheckText(text, member.Text, path) ?? (member.IsKey ? CheckKey(text, path) : null),
        DateOnly date => CheckDate(date, path),
        DateTimeOffset time => CheckDate(DateOnly.FromDateTime(time.UtcDateTime), path),
        double number when !double.IsFinite(number) => new(path, "不是数字", "is not a number"),
        float number when !float.IsFinite(number) => new(path, "不是数字", "is not a number"),
        Enum choice => Enum.IsDefined(choice.GetType(), choice) ? null : new(path, "不是有效的选项", "is not one of the choices"),
        ICheckedValue { IsValid: false } => new(path, "不是有效的值", "is not a valid value"),
        IEnumerable list => CheckList(list, member, path),
        _ when IsLeaf(value.GetType()) => null,
        _ => CheckMembers(value, path + "."),
    };

    static Fault? CheckText(string text, TextAttribute rule, string path)
    {
        if (text.Length > rule.MaxLength) return new(path, $"超过 {rule.MaxLength} 个字符", $"is longer than {rule.MaxLength} characters");
        if (!rule.AllowEmpty && string.IsNullOrWhiteSpace(text)) return new(path, "不能为空白", "must not be blank");
        if (!UnicodeText.IsWellFormed(text)) return new(path, "含有不成对的代理字符", "holds a lone surrogate");
        return text.Any(c => char.IsControl(c) && !(rule.MultiLine && c is '\n' or '\r' or '\t'))
            ? new(path, "含有控制字符", "holds a control character")
            : null;
    }

    static Fault? CheckKey(string text, string path) =>
        text.Length <= KeyAttribute.MaxLength && StreamId.IsValidId(text) ? null : new(path, "不是有效的编号", "is not a valid id");

    static Fault? CheckDate(DateOnly date, string path) =>
        date >= EarliestDate && date <= LatestDate
            ? null
            : new(path, $"日期应在 {EarliestDate:yyyy-MM-dd} 至 {LatestDate:yyyy-MM-dd} 之间", $"must lie between {EarliestDate:yyyy-MM-dd} and {LatestDate:yyyy-MM-dd}");

    static Fault? CheckList(IEnumerable list, Member member, string path)
    {
        var index = 0;
        foreach (var item in list)
        {
            if (index == member.Count.Max) return new(path, $"超过 {member.Count.Max} 项", $"has more than {member.Count.Max} elements");
            if (CheckValue(item, member with { Nullable = false }, $"{path}[{index}]") is { } fault) return fault;
            index++;
        }

        return index < member.Count.Min ? new(path, $"至少 {member.Count.Min} 项", $"needs at least {member.Count.Min} elements") : null;
    }

    static bool IsLeaf(Type type) => type.IsPrimitive || type == typeof(decimal) || type == typeof(Guid) || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    static Member[] MembersOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.SetMethod is not null)
            .Select(p => new Member(p, char.ToLowerInvariant(p.Name[0]) + p.Name[1..],
                nullability.Create(p).ReadState == NullabilityState.Nullable,
                Rule<TextAttribute>(p) ?? DefaultText, Rule<CountAttribute>(p) ?? DefaultCount, Rule<KeyAttribute>(p) is not null))];

        TRule? Rule<TRule>(PropertyInfo property) where TRule : Attribute =>
            property.GetCustomAttribute<TRule>() ?? property.DeclaringType!.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .SelectMany(c => c.GetParameters()).Where(p => p.Name == property.Name).Select(p => p.GetCustomAttribute<TRule>()).FirstOrDefault(a => a is not null);
    }
}
