using System.Reflection;

namespace Township;

/// <summary>
/// §7: which texts of commands are sealed, about whom, and why the others are not. Of every text somebody has to have thought: a new one fails
/// here until docs/privacy.md has it.
/// </summary>
public sealed class PersonalTextsTests
{
    static readonly DocumentPage Page = new("docs/privacy.md");

    // What aggregates add from what they know; that it is true is told by PersonsOfTests.
    static readonly (string Commands, string About)[] ByState =
    [
        ("promise.make", ""), ("promise.", "the owner of the promise"), ("deduction.propose", ""), ("deduction.", "the cadre concerned"),
        ("issue-report.answer", "whomever the report is about"), ("issue-report.file", "`reporterId`; else the sender, unless `reporterName` is given"),
        ("hearing.correct-entry", "the speaker of the entry"), ("hearing.complete-measure", "the owner of the measure"),
        ("livelihood.accept", "whomever `raisedBy` is about, and `ownerId`"), ("livelihood.", "whomever `raisedBy` is about"),
    ];

    sealed record Text(string Name, bool Sealed, string About);

    static readonly Text[] Texts = [.. TownshipAggregates.All.SelectMany(a => a.CommandNames.SelectMany(c => In(c.Type, c.Name, [OfStream(a)]).Select(t => t with { About = About(c.Name, t.About) })))];

    [Fact]
    public void Every_text_of_every_command_is_listed_as_sealed_or_as_plain_with_its_reason()
    {
        Listed("Sealed: about").Should().BeEquivalentTo(Texts.Where(t => t.Sealed).Select(t => (t.About, t.Name)));
        Listed("Plain: because it is").Select(t => t.Name).Should().BeEquivalentTo(Texts.Where(t => !t.Sealed).Select(t => t.Name));
    }

    [Fact]
    public void What_is_sealed_in_commands_is_a_sealed_text_wherever_an_aggregate_holds_it()
    {
        foreach (var aggregate in TownshipAggregates.All)
        {
            var members = aggregate.CommandNames.SelectMany(c => In(c.Type, "", [])).Where(t => t.Sealed).Select(t => t.Name.Split('.')[^1])
                .Except(aggregate.CommandNames.SelectMany(c => In(c.Type, "", [])).Where(t => !t.Sealed).Select(t => t.Name.Split('.')[^1])).ToHashSet();
            aggregate.EventNames.Select(e => e.Type).Append(aggregate.GetType().GetGenericArguments()[3]).SelectMany(t => In(t, t.Name, []))
                .Where(t => !t.Sealed && members.Contains(t.Name.Split('.')[^1])).Should().BeEmpty(aggregate.Category);
        }
    }

    static IEnumerable<(string About, string Name)> Listed(string table) =>
        Page.Table(table).SelectMany(row => DocumentPage.Names(row[1]).Select(name => (row[0], name)));

    static string About(string command, string beside) =>
        ByState.FirstOrDefault(s => command.StartsWith(s.Commands, StringComparison.Ordinal)).About is { Length: > 0 } known ? known
            : beside.Length == 0 ? "nobody by itself" : beside;

    static string OfStream(IAggregateType aggregate) => aggregate.Category is "cadre" or "supervisor" or "pledge" or "notice" or "measure" ? "the person of the stream" : "";

    // Texts about people are about those whom the objects around them name.
    static IEnumerable<Text> In(Type type, string path, string[] about)
    {
        var members = type.GetProperties().Where(p => p.SetMethod is not null).ToArray();
        string[] named = [.. about, .. members.Where(p => Rule(p) is PersonAttribute).Select(p => $"`{Camel(p.Name)}`")];
        return members.Where(p => Rule(p) is null).SelectMany(p => Of(p.PropertyType, $"{path}.{Camel(p.Name)}", named));
    }

    static IEnumerable<Text> Of(Type type, string name, string[] named) => type switch
    {
        _ when type == typeof(string) || type == typeof(PersonalText) => [new(name, type == typeof(PersonalText), string.Join(", and ", named.Where(n => n.Length > 0)))],
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(EquatableList<>) => Of(type.GetGenericArguments()[0], name + "[]", named),
        { IsClass: true, Namespace: { } space } when space.StartsWith("Township", StringComparison.Ordinal) => In(type, name, named),
        _ => [],
    };

    static CodeAttribute? Rule(PropertyInfo property) => property.DeclaringType!.GetConstructors()
        .SelectMany(c => c.GetParameters()).Where(p => p.Name == property.Name).Select(p => p.GetCustomAttribute<CodeAttribute>()).FirstOrDefault(k => k is not null);

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
