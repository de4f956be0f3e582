namespace Township;

/// <summary>What no value of a kind may be, whatever the rules of its aggregate say.</summary>
static class Spoilings
{
    static readonly string Megabyte = new('长', 1_000_000);

    public static IEnumerable<object?> Of(Member member)
    {
        var type = Nullable.GetUnderlyingType(member.Type) ?? member.Type;
        if (!member.Nullable && !type.IsValueType) yield return null;
        foreach (var bad in Values(type, member)) yield return bad;
    }

    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"'{UnicodeText.Printable(text, 20)}'",
        System.Collections.ICollection list => $"a list of {list.Count}",
        _ => $"{value}",
    };

    static IEnumerable<object?> Values(Type type, Member member) => type switch
    {
        _ when type == typeof(string) => Texts(member),
        _ when type == typeof(PersonalText) => Texts(member).Select(PersonalText.Clear),
        _ when type == typeof(DateOnly) => [DateOnly.MinValue, new DateOnly(1899, 12, 31), new DateOnly(2101, 1, 1), DateOnly.MaxValue],
        _ when type == typeof(DateTimeOffset) =>
            [DateTimeOffset.MinValue, new DateTimeOffset(1899, 12, 31, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2101, 1, 1, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.MaxValue],
        _ when type == typeof(Month) => [default(Month)],
        { IsEnum: true } => [Enum.ToObject(type, -1), Enum.ToObject(type, 999)],
        { IsGenericType: true } => Lists(type.GetGenericArguments()[0], member),
        _ => [],
    };

    static IEnumerable<string> Texts(Member member)
    {
        string[] blank = ["", "  \u3000"], lines = ["一\n二", "一\t二"], noKeys = ["a/b", "a b", "e\u0301", new('x', KeyAttribute.MaxLength + 1)];
        return
        [
            .. member.Text.AllowEmpty ? [] : blank, .. member.Text.MultiLine ? [] : lines, .. member.Code is KeyAttribute ? noKeys : [], .. member.Code is not null ? OddTexts.All : [],
            "a\0b", "\u001b[31m", "a\u0085b", new string('长', member.Text.MaxLength + 1), Megabyte,
        ];
    }

    static IEnumerable<object?> Lists(Type element, Member member)
    {
        var item = element == typeof(string) ? "春耕备耕" : null;
        if (member.Count.Min > 0) yield return CommandForge.ListOf(element, item, 0);
        if (item is not null) yield return CommandForge.ListOf(element, item, member.Count.Max + 1);
    }
}
