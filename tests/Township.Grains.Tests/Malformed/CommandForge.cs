using System.Reflection;

namespace Township;

/// <summary>A value in a command, however deep: <c>items[0].goal</c>, and what the contract says of it.</summary>
sealed record Member(string Path, Type Type, bool Nullable, TextAttribute Text, CountAttribute Count, CodeAttribute? Code);

/// <summary>Makes commands that are well-formed, except for at most one value.</summary>
static class CommandForge
{
    /// <summary>Every value of a command but its id.</summary>
    public static List<Member> MembersOf(Type command)
    {
        var members = new List<Member>();
        Record(command, "", null, null, members);
        return members;
    }

    /// <summary>A command with every value filled in; the one at <paramref name="spoilt"/> is <paramref name="value"/>.</summary>
    public static Command Make(Type command, string? spoilt = null, object? value = null) => (Command)Record(command, "", spoilt, value, []);

    static object Record(Type type, string prefix, string? spoilt, object? value, List<Member> members)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public).First(c => c.GetParameters() is not [var only] || only.ParameterType != type);
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(Describe(p, prefix), spoilt, value, members))]);
    }

    static Member Describe(ParameterInfo p, string prefix) => new(
        prefix + char.ToLowerInvariant(p.Name![0]) + p.Name[1..], p.ParameterType,
        new NullabilityInfoContext().Create(p).ReadState == NullabilityState.Nullable,
        p.GetCustomAttribute<TextAttribute>() ?? new(), p.GetCustomAttribute<CountAttribute>() ?? new(0, CountAttribute.DefaultMax),
        p.GetCustomAttribute<CodeAttribute>());

    static object? Value(Member member, string? spoilt, object? value, List<Member> members)
    {
        members.Add(member);
        var sound = Sound(member, spoilt, value, members);
        return member.Path == spoilt ? value : sound;
    }

    static object? Sound(Member member, string? spoilt, object? value, List<Member> members) => (Nullable.GetUnderlyingType(member.Type) ?? member.Type) switch
    {
        var t when t == typeof(string) => member.Code is not null ? "x-2" : "春耕备耕",
        var t when t == typeof(PersonalText) => PersonalText.Clear("陈静"),
        var t when t == typeof(int) => 1,
        var t when t == typeof(long) => 1L,
        var t when t == typeof(decimal) => 1m,
        var t when t == typeof(bool) => true,
        var t when t == typeof(DateOnly) => new DateOnly(2026, 1, 5),
        var t when t == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero),
        var t when t == typeof(Month) => new Month(2026, 3),
        { IsEnum: true } t => Enum.GetValues(t).GetValue(0),
        { IsGenericType: true } t when t.GetGenericTypeDefinition() == typeof(EquatableList<>) =>
            ListOf(t.GetGenericArguments()[0], Value(member with { Path = member.Path + "[0]", Type = t.GetGenericArguments()[0], Nullable = false }, spoilt, value, members)),
        var t => Record(t, member.Path + ".", spoilt, value, members),
    };

    /// <summary>A list of one element, so many times.</summary>
    public static object ListOf(Type element, object? item, int times = 1)
    {
        var items = Array.CreateInstance(element, times);
        for (var i = 0; i < times; i++) items.SetValue(item, i);
        return typeof(EquatableList).GetMethod(nameof(EquatableList.ToEquatableList))!.MakeGenericMethod(element).Invoke(null, [items])!;
    }
}
