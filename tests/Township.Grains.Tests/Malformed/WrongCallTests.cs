namespace Township;

/// <summary>Commands that are well-formed, but from the wrong people, or about what is not there.</summary>
public sealed class WrongCallTests(TownshipCluster cluster) : IClassFixture<TownshipCluster>
{
    static readonly string[] Personal = ["GiveExplanation", "RecordTalk", "ReportRectification", "Explain", "ApproveAmendment", "RejectAmendment", "RequestAmendment", "Write"];
    static readonly string[] All = [Roles.Office, Roles.Leader, Roles.Supervisor, Roles.Cadre];

    public static TheoryData<string> Commands => [.. AggregateCalls.CommandTypes.Select(t => t.FullName!)];

    public static TheoryData<string> Aggregates => [.. AggregateCalls.Aggregates.Select(a => a.Name)];

    [Theory, MemberData(nameof(Commands))]
    public async Task Nobody_an_auditor_and_the_office_of_another_township_may_do_nothing(string command)
    {
        foreach (var actor in (Actor[])[Actor.Anonymous, new("a-1", "huimin", [Roles.Auditor]), new("a-1", "huimin", ["OFFICE", "root"]), new("c-001", "songfan", [.. All])])
        {
            var (kind, version, refusal) = await Execute(command, actor, "huimin");
            (kind, version).Should().Be((OutcomeKind.Refused, 0), $"it was {actor}");
            // Where the very person is asked for, what there is to be done is looked at first.
            if (refusal!.Code != CommonRefusals.NotEntitled.Code) Personal.Should().Contain(command.Split('.', '+')[^1]);
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task What_is_about_unknown_people_and_things_is_refused_in_words_or_begins_them(string command)
    {
        // A township for each command: what one begins, another would find.
        var nowhere = $"nowhere-{AggregateCalls.CommandTypes.Index().Single(c => c.Item.FullName == command).Index}";
        var outcome = await Execute(command, new("c-001", nowhere, [.. All]), nowhere);
        if (outcome.Accepted) outcome.Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        else (outcome.Version, outcome.Refusal.English == "", outcome.Refusal.Chinese == "").Should().Be((0, false, false));
    }

    [Theory, MemberData(nameof(Aggregates))]
    public async Task A_key_that_is_none_is_refused_for_commands_and_queries(string name)
    {
        var aggregate = AggregateCalls.Aggregates.Single(a => a.Name == name);
        var command = CommandForge.Make(AggregateCalls.CommandTypes.First(c => c.BaseType == AggregateCalls.CommandsOf(aggregate)));
        using var _ = CallerContext.Use(new("c-001", "huimin", [.. All]));
        foreach (var key in (string[])["huimin", "huimin/", "/x-1", "HUIMIN/x-1", "惠民/x-1", "huimin/x 1", "huimin/x/1", "huimin/e\u0301", "huimin/\u0007", $"huimin/{new string('x', 10_000)}", .. OddTexts.All.Select(o => $"huimin/{o}")])
        {
            (await AggregateCalls.Execute(cluster.Grains, aggregate, key, command)).Refusal!.Code.Should().Be(KernelRefusals.UnknownKey.Code, key);
            var view = () => AggregateCalls.View(cluster.Grains, aggregate, key);
            (await view.Should().ThrowAsync<QueryRefusedException>(key)).Which.Refusal.Code.Should().Be(KernelRefusals.UnknownKey.Code);
        }
    }

    async Task<Outcome> Execute(string command, Actor actor, string township)
    {
        using var _ = CallerContext.Use(actor);
        var type = AggregateCalls.CommandType(command);
        var aggregate = AggregateCalls.AggregateOf(type);
        return await AggregateCalls.Execute(cluster.Grains, aggregate, $"{township}/{AggregateCalls.UnknownId(aggregate)}", CommandForge.Make(type));
    }
}
