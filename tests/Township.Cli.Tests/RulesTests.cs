using System.Globalization;
using System.Text;

namespace Township.Cli.Tests;

/// <summary>By which rules the program decides, and how they have changed.</summary>
public sealed class RulesTests
{
    static readonly Language English = new(CultureInfo.GetCultureInfo(Language.English)), Chinese = new(CultureInfo.GetCultureInfo(Language.Chinese));

    [Fact]
    public async Task Every_aggregate_is_listed_with_the_versions_of_its_rules_without_a_store()
    {
        var answer = await Shell.Township("rules");
        (answer.Exit, answer.Error).Should().Be((0, ""));
        answer.Lines[0].Should().MatchRegex("^Aggregate +Rules +Changed on +What was changed, and why$");
        answer.Lines[1..].Select(l => string.Join('|', l.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries)))
            .Should().Equal(TownshipAggregates.All.SelectMany(a => RulesCommand.Rows(a, English)).Select(row => string.Join('|', row)));
        (await Shell.Township("rules", "--culture", "zh-CN")).Lines[1].Should().MatchRegex("^时间超前的卷宗（ahead-stream） +1 +- +最初的规则$");
    }

    [Fact]
    public async Task In_JSON_each_aggregate_is_one_line()
    {
        var answer = await Shell.Township("rules", "--format", "json");
        (answer.Exit, answer.Error).Should().Be((0, ""));
        answer.Lines.Should().Equal(TownshipAggregates.All.Select(a => Encoding.UTF8.GetString(RulesCommand.Line(a).Span)));
    }

    [Fact]
    public void A_change_is_told_with_its_number_date_and_reason_in_the_language_that_is_asked_for()
    {
        Rows(English).Should().Equal("deal|1|-|the first rules", "deal|2|2026-03-01|A copy is twice the amount.");
        Rows(Chinese).Should().Equal("deal|1|-|最初的规则", "deal|2|2026-03-01|抄录加倍。");
        Encoding.UTF8.GetString(RulesCommand.Line(Deal.Type).Span).Should().Be(
            """{"aggregate":"deal","rulesVersion":2,"changes":[{"rulesVersion":2,"on":"2026-03-01","chinese":"抄录加倍。","english":"A copy is twice the amount."}]}""");

        static IEnumerable<string> Rows(Language language) => RulesCommand.Rows(Deal.Type, language).Select(row => string.Join('|', row));
    }
}
