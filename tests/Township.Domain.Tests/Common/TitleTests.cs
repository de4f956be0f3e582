using System.Text.RegularExpressions;

namespace Township;

/// <summary>Whatever people read has a title in both languages.</summary>
public sealed partial class TitleTests
{
    static readonly AggregateCatalogue All = TownshipAggregates.All;

    public static TheoryData<string> Kinds => ["aggregates", "commands", "events", "statuses", "roles"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_that_people_read_has_a_title_in_both_languages(string kind)
    {
        var titles = Titles(kind).ToList();
        titles.Should().NotBeEmpty();
        titles.Where(t => t.Title is not { English.Length: > 0 } || !Chinese().IsMatch(t.Title.Chinese)).Select(t => t.Name).Should().BeEmpty();
    }

    [Theory]
    [InlineData("aggregates")]
    [InlineData("commands")]
    [InlineData("events")]
    public void No_two_titles_of_an_aggregate_are_the_same(string kind) =>
        Titles(kind).GroupBy(t => (t.Name.Split('.')[0], t.Title!.Chinese)).Where(g => g.Count() > 1).Select(g => g.Key.Chinese).Should().BeEmpty();

    [Fact]
    public void A_refusal_names_roles_in_the_language_of_its_text() =>
        CommonRefusals.NotEntitled.With("office, leader, mayor").Should().Be(new Refusal("common.not-entitled", ["office, leader, mayor"],
            "无权执行此操作；需要具备以下角色之一：效能办、领导、mayor。", "You may not do this. It requires one of the roles: office, leader, mayor."));

    static IEnumerable<(string Name, TitleAttribute? Title)> Titles(string kind) => kind switch
    {
        "aggregates" => All.Select(a => (a.Category, TitleAttribute.Of(a.Types.State))),
        "commands" => All.SelectMany(a => a.CommandNames).Select(n => (n.Name, TitleAttribute.Of(n.Type))),
        "events" => All.SelectMany(a => a.EventNames).Select(n => (n.Name, TitleAttribute.Of(n.Type))),
        "statuses" => All.Select(a => a.Types.View.GetProperty("Status")?.PropertyType).OfType<Type>().Where(t => t.IsEnum)
            .SelectMany(t => Enum.GetNames(t).Select(n => ($"{t.Name}.{n}", TitleAttribute.Of(t.GetField(n)!)))),
        _ => typeof(Roles).GetFields().Select(f => (f.Name, TitleAttribute.Of(f))),
    };

    // Chinese characters and full-width signs only.
    [GeneratedRegex(@"^[\u4e00-\u9fff，、（）]+$")]
    private static partial Regex Chinese();
}
