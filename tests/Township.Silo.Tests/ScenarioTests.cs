using System.Reflection;

namespace Township.Silo.Tests;

/// <summary>The scenario file, and what is made of it.</summary>
public sealed class ScenarioTests
{
    static readonly string Huimin = Path.Combine(AppContext.BaseDirectory, "samples", "huimin-pledges.json");

    static readonly string Songfan = Path.Combine(AppContext.BaseDirectory, "samples", "songfan-hearings.json");

    [Fact]
    public async Task The_sample_carries_out_every_command_that_monthly_pledges_know()
    {
        var scenarios = new[] { await SampleScenario.Load(Huimin, TestContext.Current.CancellationToken), await SampleScenario.Load(Songfan, TestContext.Current.CancellationToken) };
        var carriedOut = scenarios.SelectMany(s => SampleScript.Write(s, new(s))).Where(s => s.Refused is null).Select(s => s.CommandName).ToHashSet();
        string[] aggregates = ["township", "pledge-form", "pledge", "meeting", "draw", "notice", "measure"];
        typeof(Pledges.PledgeCommand).Assembly.GetTypes().Select(t => t.GetCustomAttribute<CommandNameAttribute>()?.Name).OfType<string>()
            .Where(name => aggregates.Contains(name.Split('.')[0]) && !carriedOut.Contains(name))
            .Should().BeEmpty();
    }

    [Fact]
    public async Task Eighty_cadres_with_names_of_their_own_and_six_supervisors_play_six_months()
    {
        var scenario = await SampleScenario.Load(Huimin, TestContext.Current.CancellationToken);
        (scenario.Cadres.DistinctBy(c => c.Name).Count(), scenario.Supervisors.Count, scenario.Months.Count).Should().Be((80, 6, 6));
    }

    [Fact]
    public async Task Four_hearings_of_the_sample_sit_with_twenty_to_sixty_entries_each()
    {
        var scenario = await SampleScenario.Load(Songfan, TestContext.Current.CancellationToken);
        string[] noEntries = ["leave-unanswered", "withdraw-objection", "correct-entry"];
        scenario.Sittings.Select(s => s.Minutes.Count(m => m.Refused is null && !noEntries.Contains(m.Do))).Should().HaveCount(4).And.OnlyContain(n => n >= 20 && n <= 60);
    }

    [Fact]
    public async Task The_sample_shows_that_the_rules_of_hearings_say_no()
    {
        var scenario = await SampleScenario.Load(Songfan, TestContext.Current.CancellationToken);
        SampleScript.Write(scenario, new(scenario)).Select(s => s.Refused).OfType<string>().Should().Contain([
            "issue-report.not-informant", "hearing.notice-too-short", "hearing.is-officer", "hearing.is-representative", "hearing.officer-related", "hearing.group-full",
            "hearing.no-quorum", "hearing.for-officers", "hearing.no-agreement", "hearing.unaccounted", "hearing.not-fed-back", "promise.own", "deduction.own"]);
    }

    [Theory]
    [InlineData("huimin-pledges.json")]
    [InlineData("songfan-hearings.json")]
    public async Task Command_ids_are_the_same_in_every_run_and_differ_between_steps(string file)
    {
        var scenario = await SampleScenario.Load(Path.Combine(AppContext.BaseDirectory, "samples", file), TestContext.Current.CancellationToken);
        var (first, second) = (Ids(), Ids());
        first.Should().Equal(second).And.OnlyHaveUniqueItems();
        first.Should().OnlyContain(id => id.Version == 8 && id.Variant >= 8 && id.Variant < 12);

        List<Guid> Ids() => [.. SampleScript.Write(scenario, new(scenario)).Select(s => s.Command.CommandId)];
    }

    [Theory]
    [InlineData("\"statementsOn\"", "\"statementsAt\"", "statementsAt")]
    [InlineData("\"name\": \"张志明\"", "\"name\": null", "cadres[0].name")]
    [InlineData("\"level\": \"topLeader\"", "\"level\": \"boss\"", "posts[0].level")]
    [InlineData("{\n  \"name\"", "[\n  \"name\"", "LineNumber: 0")]
    public async Task A_broken_scenario_is_told_in_one_line_that_names_the_place(string right, string wrong, string place)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "broken.json");
        var text = await File.ReadAllTextAsync(Huimin, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, text.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var load = () => SampleScenario.Load(path, TestContext.Current.CancellationToken);
        (await load.Should().ThrowAsync<SampleException>()).Which.Message.Should().Contain(path).And.Contain(place).And.NotContain("\n");
    }

    [Fact]
    public async Task An_act_of_somebody_unknown_is_told_by_name()
    {
        var scenario = await SampleScenario.Load(Huimin, TestContext.Current.CancellationToken);
        var wrong = scenario with { Acts = [.. scenario.Acts, scenario.Acts[0] with { By = "无名氏" }] };
        var write = () => SampleScript.Write(wrong, new(wrong));
        write.Should().Throw<SampleException>().WithMessage("*nobody is called 无名氏*");
    }
}
