using System.Reflection;

namespace Township;

/// <summary>
/// Whatever a client sends, it gets a typed refusal and the silo stays healthy: every command of every aggregate, with
/// everything missing, with texts of a megabyte, with control characters, with ancient and far dates.
/// </summary>
public sealed class MalformedCommandTests(TownshipCluster cluster) : IClassFixture<TownshipCluster>
{
    static readonly string Megabyte = new('长', 1_000_000);

    public static TheoryData<string> Commands => [.. AggregateCalls.CommandTypes.Select(t => t.FullName!)];

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_with_everything_missing_is_refused(string command) => await IsRefused(command, typeof(string), _ => null);

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_with_texts_of_a_megabyte_is_refused(string command) => await IsRefused(command, typeof(string), type => type == typeof(string) ? Megabyte : null);

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_with_control_characters_is_refused(string command) => await IsRefused(command, typeof(string), type => type == typeof(string) ? "a\0b\u001b" : null);

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_with_ancient_dates_is_refused(string command) => await IsRefused(command, typeof(DateOnly), type =>
        type == typeof(DateOnly) ? DateOnly.MinValue : type == typeof(string) ? "c-001" : null);

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_from_nobody_in_particular_is_refused(string command)
    {
        using var _ = CallerContext.Use(Actor.Anonymous);
        (await AggregateCalls.Execute(cluster.Grains, AggregateCalls.Type(command), "huimin/x-1", _ => null)).Accepted.Should().BeFalse();
    }

    [Fact]
    public async Task Nothing_of_all_this_was_written_and_the_silo_still_answers()
    {
        foreach (var command in AggregateCalls.CommandTypes) await IsRefused(command.FullName!, typeof(string), _ => null);
        (await cluster.Store.ReadLogHead()).Position.Should().Be(0);
    }

    async Task IsRefused(string command, Type spoilt, Func<Type, object?> fill)
    {
        using var _ = CallerContext.Use(new("c-001", "huimin", [Roles.Office, Roles.Leader, Roles.Supervisor, Roles.Cadre]));
        var type = AggregateCalls.Type(command);
        if (!type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(IsSpoilt)) return;
        var outcome = await AggregateCalls.Execute(cluster.Grains, type, "huimin/x-1", fill);
        outcome.Refusal!.Code.Should().Be(KernelRefusals.Malformed.Code);
        outcome.Refusal.Chinese.Should().NotBeNullOrWhiteSpace();
        outcome.Refusal.English.Should().NotBeNullOrWhiteSpace();

        // What may be missing is not spoilt by missing.
        bool IsSpoilt(PropertyInfo p) => p.PropertyType == spoilt && p.SetMethod is not null
            && (fill(spoilt) is not null || new NullabilityInfoContext().Create(p).ReadState == NullabilityState.NotNull);
    }
}
