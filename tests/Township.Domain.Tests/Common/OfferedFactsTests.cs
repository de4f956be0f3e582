using System.Reflection;

namespace Township;

/// <summary>What aggregates say to each other: every fact has a stored name of its own that says whose it is, and nothing is said of what is not there.</summary>
public sealed class OfferedFactsTests
{
    public static TheoryData<string> Categories => [.. TownshipAggregates.All.Select(a => a.Category)];

    [Theory]
    [MemberData(nameof(Categories))]
    public void A_fact_is_named_after_its_aggregate_by_its_attribute(string category)
    {
        foreach (var (name, schema, type) in TownshipAggregates.Find(category)!.FactNames)
        {
            name.Should().StartWith(category + ".");
            type.GetCustomAttribute<FactNameAttribute>(inherit: false).Should().Match<FactNameAttribute>(a => a.Name == name && a.Schema == schema);
        }
    }

    [Theory]
    [MemberData(nameof(Categories))]
    public void Before_the_first_event_an_aggregate_has_nothing_to_say(string category)
    {
        var (aggregate, stream) = (TownshipAggregates.Find(category)!, new StreamId(category, "huimin", "x"));
        aggregate.FactNames.Select(f => (f.Name, $"{aggregate.WriteFact(aggregate.Initial, stream, f.Name, f.Schema)}"))
            .Should().Equal(aggregate.FactNames.Select(f => (f.Name, "null")));
    }

    [Fact]
    public void Every_fact_of_the_contracts_is_offered_by_one_aggregate() =>
        TownshipAggregates.All.SelectMany(a => a.FactNames).Select(f => f.Type).Should()
            .BeEquivalentTo(typeof(CommonRefusals).Assembly.GetTypes().Where(t => t.IsDefined(typeof(FactNameAttribute), inherit: false)));
}
