using Township.Posts;

namespace Township;

/// <summary>
/// Whatever a client sends, it gets a typed refusal that names the value, nothing is written, and the silo stays
/// healthy: every value of every command of every aggregate spoilt, one at a time, in every way.
/// </summary>
public sealed class MalformedCommandTests(TownshipCluster cluster) : IClassFixture<TownshipCluster>
{
    static readonly Actor Everybody = new("c-001", "huimin", [Roles.Office, Roles.Leader, Roles.Supervisor, Roles.Cadre]);

    public static TheoryData<string> Commands => [.. AggregateCalls.CommandTypes.Select(t => t.FullName!)];

    public static TheoryData<string> Aggregates => [.. AggregateCalls.Aggregates.Select(a => a.Name)];

    [Theory, MemberData(nameof(Commands))]
    public async Task A_spoilt_value_anywhere_in_a_command_is_refused_by_name(string command)
    {
        var type = AggregateCalls.CommandType(command);
        foreach (var (member, value) in CommandForge.MembersOf(type).SelectMany(m => Spoilings.Of(m).Select(v => (m, v))))
            await IsRefused(type, CommandForge.Make(type, member.Path, value), member.Path, Spoilings.Show(value));
        await IsRefused(type, CommandForge.Make(type) with { CommandId = Guid.Empty }, "commandId", "empty");
        await NothingWasWritten(AggregateCalls.AggregateOf(type));
    }

    [Theory, MemberData(nameof(Aggregates))]
    public async Task No_command_at_all_is_refused(string name)
    {
        var aggregate = AggregateCalls.Aggregates.Single(a => a.Name == name);
        using var _ = CallerContext.Use(Everybody);
        (await AggregateCalls.Execute(cluster.Grains, aggregate, Key(aggregate), null)).Refusal!.Arguments[0].Should().Be("command");
        await NothingWasWritten(aggregate);
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Numbers_beyond_all_measure_are_answered(string command)
    {
        using var _ = CallerContext.Use(Everybody with { Township = "far" });
        var type = AggregateCalls.CommandType(command);
        var aggregate = AggregateCalls.AggregateOf(type);
        foreach (var (member, number) in CommandForge.MembersOf(type).SelectMany(m => Numbers(Nullable.GetUnderlyingType(m.Type) ?? m.Type).Select(n => (m, n))))
        {
            var outcome = await AggregateCalls.Execute(cluster.Grains, aggregate, $"far/{AggregateCalls.UnknownId(aggregate)}", CommandForge.Make(type, member.Path, number));
            IsTyped(outcome.Refusal);
        }
    }

    static object[] Numbers(Type type) =>
        type == typeof(int) ? [int.MinValue, -1, int.MaxValue]
        : type == typeof(long) ? [long.MinValue, -1L, long.MaxValue]
        : type == typeof(decimal) ? [decimal.MinValue, -1m, decimal.MaxValue]
        : [];

    async Task IsRefused(Type type, Command command, string path, string value)
    {
        using var _ = CallerContext.Use(Everybody);
        var aggregate = AggregateCalls.AggregateOf(type);
        var outcome = await AggregateCalls.Execute(cluster.Grains, aggregate, Key(aggregate), command);
        (outcome.Refusal?.Code, outcome.Refusal?.Arguments[0]).Should().Be((KernelRefusals.Malformed.Code, path), $"it was {value}");
        IsTyped(outcome.Refusal);
    }

    static void IsTyped(Refusal? refusal)
    {
        refusal!.Code.Should().MatchRegex("^[a-z-]+\\.[a-z-]+$");
        refusal.Chinese.Should().NotBeNullOrWhiteSpace().And.NotContain("{");
        refusal.English.Should().NotBeNullOrWhiteSpace().And.NotContain("{");
    }

    async Task NothingWasWritten(Type aggregate)
    {
        var category = TownshipAggregates.All.Single(a => aggregate.FullName!.Contains(a.CommandNames.First().Type.DeclaringType!.Namespace!, StringComparison.Ordinal)).Category;
        (await cluster.Store.ReadHead(StreamId.Parse($"{category}/{Key(aggregate)}"))).Version.Should().Be(0);
        using var _ = CallerContext.Use(Everybody with { Township = "healthy" });
        var sound = new PostCommand.Establish("农业办主任", "农业办", PostLevel.MiddleManager, ["春耕备耕"]);
        (await cluster.Grains.GetGrain<IPostGrain>($"healthy/{Guid.CreateVersion7():N}").Execute(sound)).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
    }

    static string Key(Type aggregate) => $"huimin/{AggregateCalls.UnknownId(aggregate)}";
}
