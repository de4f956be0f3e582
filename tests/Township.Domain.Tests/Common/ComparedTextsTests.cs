using System.Reflection;

namespace Township;

/// <summary>
/// Which texts of commands are compared, and so refused where they hold what cannot be seen. All others are what people write: docs/privacy.md lists those.
/// That each is refused with each odd character, through a silo: MalformedCommandTests.
/// </summary>
public sealed class ComparedTextsTests
{
    [Fact]
    public void Every_text_that_is_compared_is_listed()
    {
        var marked = TownshipAggregates.All.SelectMany(a => a.CommandNames.SelectMany(c => In(c.Type, c.Name))).Distinct().ToList();
        new DocumentPage("docs/security.md").Table("Marked").SelectMany(row => DocumentPage.Names(row[1]).Select(name => (row[0].Trim('`'), name)))
            .Should().BeEquivalentTo(marked, string.Join("; ", marked));
    }

    static IEnumerable<(string Mark, string Name)> In(Type type, string path) =>
        type.GetProperties().Where(p => p.SetMethod is not null).SelectMany(p => Of(p, p.PropertyType, $"{path}.{char.ToLowerInvariant(p.Name[0])}{p.Name[1..]}"));

    static IEnumerable<(string Mark, string Name)> Of(PropertyInfo member, Type type, string path) => type switch
    {
        _ when type == typeof(string) && Mark(member) is { } mark => [(mark, path)],
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(EquatableList<>) => Of(member, type.GetGenericArguments()[0], path + "[]"),
        { IsClass: true, Namespace: { } space } when space.StartsWith("Township", StringComparison.Ordinal) && type != typeof(PersonalText) => In(type, path),
        _ => [],
    };

    // [Person], [Key] or [Code]: the narrowest says most.
    static string? Mark(PropertyInfo property) => property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => p.Name == property.Name)
        .Select(p => p.GetCustomAttribute<CodeAttribute>()).FirstOrDefault(a => a is not null)?.GetType().Name is { } name ? $"[{name[..^"Attribute".Length]}]" : null;
}
