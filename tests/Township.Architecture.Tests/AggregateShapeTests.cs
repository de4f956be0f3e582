using System.Reflection;

namespace Township;

/// <summary>All aggregates look alike: whoever knows one finds their way in every other.</summary>
public sealed class AggregateShapeTests
{
    static readonly Assembly Contracts = typeof(Draws.IDrawGrain).Assembly;
    static readonly Assembly Grains = typeof(DrawGrain).Assembly;

    public static TheoryData<string> Categories => [.. TownshipAggregates.All.Select(a => a.Category)];

    public static TheoryData<string> Folders =>
        [.. TownshipAggregates.All.Select(a => a.Types.State.Namespace![(nameof(Township).Length + 1)..]).Distinct()];

    [Theory, MemberData(nameof(Folders))]
    public void Every_aggregate_has_the_same_files(string folder)
    {
        var name = folder.EndsWith("ies", StringComparison.Ordinal) ? folder[..^3] + "y" : folder[..^1];
        Files("Township.Contracts", folder).Should().Contain([$"{name}Commands.cs", $"{name}Events.cs", $"{name}View.cs", $"{name}Refusals.cs", $"I{name}Grain.cs"]);
        // The state of a township cannot be called like the namespace.
        var state = name == "Township" ? "TownshipState" : name;
        Files("Township.Domain", folder).Should().Contain([$"{state}.cs", $"{name}Decider.cs", $"{name}Reading.cs"]);
    }

    [Theory, MemberData(nameof(Categories))]
    public void Every_aggregate_has_a_grain_of_its_category(string category) =>
        Grains.GetTypes().Where(t => t.GetCustomAttribute<GrainTypeAttribute>() is not null)
            .Should().ContainSingle(t => GrainTypeOf(t) == category).Which.IsSealed.Should().BeTrue();

    [Theory, MemberData(nameof(Categories))]
    public void Stored_names_begin_with_the_category(string category)
    {
        var aggregate = TownshipAggregates.Find(category)!;
        aggregate.EventNames.Concat(aggregate.CommandNames).Should().OnlyContain(n => n.Name.StartsWith(category + ".", StringComparison.Ordinal));
    }

    [Fact]
    public void Commands_travel_and_are_stored_under_the_same_name() =>
        Contracts.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(Command)))
            .Should().OnlyContain(t => t.GetCustomAttribute<AliasAttribute>(false)!.Alias == t.GetCustomAttribute<CommandNameAttribute>()!.Name);

    static string? GrainTypeOf(Type grain) => grain.GetCustomAttributesData().Single(a => a.AttributeType == typeof(GrainTypeAttribute)).ConstructorArguments[0].Value as string;

    static IEnumerable<string> Files(string project, string folder) =>
        Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", project, folder), "*.cs").Select(f => Path.GetFileName(f)!);
}
