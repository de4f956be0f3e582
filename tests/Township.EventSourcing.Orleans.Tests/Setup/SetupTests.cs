using System.Reflection;
using Orleans.Configuration;
using Orleans.Serialization.Configuration;
using Orleans.TestingHost;

namespace Township.Setup;

/// <summary>What is incomplete or contradictory in an aggregate stops the start, with one sentence that names the type and the mend.</summary>
public sealed class SetupTests
{
    [Fact]
    public void An_aggregate_is_found_with_its_deadlines_and_facts()
    {
        var all = AggregateCatalogue.In(OwnAggregate.With());
        all.Should().ContainSingle().Which.Should().Match<IAggregateType>(a => a.Category == "bicycle" && a.Deadlines != null);
        all.CheckFacts();
        all.Find("bicycle").Should().BeSameAs(all[0]);
        all.Find("tricycle").Should().BeNull();
    }

    [Theory]
    [InlineData("[EventName(\"bicycle.missed\")] ", "", "The aggregate Lending.Bicycle is incomplete: Lending.BicycleEvent+Missed has no stored name: give it [EventName(\"…\")] or [CommandName(\"…\")].")]
    [InlineData("bicycle.missed", "bicycle.lent", "The aggregate Lending.Bicycle is incomplete: The stored name 'bicycle.lent' is given to two types of Lending.BicycleEvent.")]
    [InlineData("\"bicycle.missed\"", "\"bicycle.missed\", 2", "The aggregate Lending.Bicycle is incomplete: 'bicycle.missed' is at schema 2, but nothing upcasts it from schema 1.")]
    [InlineData("Missed : BicycleEvent;", "Missed : BicycleEvent { public int Days => 3; }", "The aggregate Lending.Bicycle is incomplete: Lending.BicycleEvent+Missed (Missed) cannot be read back from JSON: its member 'days' is written and never read; make it a constructor parameter, give it 'init', or mark it with [JsonIgnore].")]
    [InlineData("OnLoan(string To) :", "OnLoan(string To, object? More = null) :", "The aggregate Lending.Bicycle is incomplete: System.Object (OnLoan.more) cannot be read back from JSON: it can be anything; give it a type of its own.")]
    [InlineData("Category => \"bicycle\"", "Category => \"Bicycle\"", "The aggregate Lending.Bicycle is incomplete: The category 'Bicycle' of Lending.Bicycle is not valid: use lower-case letters, digits and hyphens, starting with a letter.")]
    [InlineData("= ReadRule.Of<Bicycle>().ViewByTownship();", "= null!;", "The aggregate Lending.Bicycle is incomplete: Lending.Bicycle.Reading is null: define who may read it, with ReadRule.Of<Bicycle>().")]
    [InlineData("\"bicycle.standing\"", "\"bike.standing\"", "The aggregate Lending.Bicycle is incomplete: Lending.Bicycle offers 'bike.standing', whose name does not begin with 'bicycle.'.")]
    [InlineData("IDeadlineAggregate<BicycleCommand, BicycleEvent>", "IDeadlineAggregate<ICommand, object>", "The aggregate Lending.Bicycle is incomplete: Lending.Bicycle declares deadlines for messages other than its own: implement IDeadlineAggregate<BicycleCommand, BicycleEvent>.")]
    public void A_mistake_is_told_with_the_type_and_the_mend(string piece, string mistake, string told)
    {
        // The members of an interface with other arguments have other signatures.
        var changes = mistake.StartsWith("IDeadlineAggregate", StringComparison.Ordinal)
            ? (ReadOnlySpan<(string, string)>)[(piece, mistake), ("Deadlines(BicycleEvent e", "Deadlines(object e"), ("BicycleCommand Due(", "ICommand Due(")]
            : [(piece, mistake)];
        var assembly = OwnAggregate.With(changes);
        new Action(() => AggregateCatalogue.In(assembly)).Should().Throw<SetupException>().WithMessage(told);
    }

    [Fact]
    public void Two_aggregates_of_one_category_are_told()
    {
        var (one, other) = (OwnAggregate.With(), OwnAggregate.With());
        new Action(() => AggregateCatalogue.In(one, other)).Should().Throw<SetupException>()
            .WithMessage("Lending.Bicycle and Lending.Bicycle both have the category 'bicycle': change one of them.");
    }

    [Fact]
    public void A_fact_that_nobody_offers_is_told()
    {
        var all = AggregateCatalogue.In(OwnAggregate.With(("public static BicycleStanding StandingOf", "static BicycleStanding StandingOf")));
        new Action(all.CheckFacts).Should().Throw<SetupException>().WithMessage(
            "No aggregate offers the fact Lending.BicycleStanding ('bicycle.standing'): add a public static function of the state that returns it, to the aggregate with the category 'bicycle'.");
    }

    [Fact]
    public Task A_grain_that_is_not_called_as_its_aggregate_stops_the_silo() => Starting(
        OwnAggregate.With(("[GrainType(\"bicycle\")]", "[GrainType(\"cycle\")]")),
        "Lending.BicycleGrain is called 'cycle', and its aggregate 'bicycle': give it [GrainType(\"bicycle\")].");

    [Fact]
    public Task An_aggregate_without_a_grain_stops_the_silo() => Starting(
        OwnAggregate.With(("", Second)), "The aggregate Lending.Tricycle has no grain: add a class with [GrainType(\"tricycle\")] that derives from EventSourcedGrain.");

    [Fact]
    public Task A_command_that_cannot_be_sent_stops_the_silo() => Starting(
        OwnAggregate.With(), "Lending.BicycleCommand+Lend cannot be sent to a grain: give it [GenerateSerializer] and [Alias].");

    const string Second = """
        public sealed record Tricycle : IAggregate<Tricycle, BicycleCommand, BicycleEvent, BicycleView>
        {
            public static string Category => "tricycle";
            public static Tricycle Initial => new();
            public static Tricycle Evolve(Tricycle state, BicycleEvent e) => state;
            public static Decision<BicycleEvent> Decide(BicycleCommand command, Tricycle state, DecisionContext context) => new BicycleEvent.Missed();
            public static BicycleView View(Tricycle state, StreamId stream) => new("");
            public static ReadRule<Tricycle> Reading { get; } = ReadRule.Of<Tricycle>().ViewByTownship();
        }
        """;

    static async Task Starting(Assembly own, string told)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo
            .AddEventSourcing(o => o.OpenStore = (_, _) => Task.FromResult<IEventStore>(new MemoryEventStore()))
            // Orleans' generator, which did not run here, would have entered both.
            .Configure<TypeManifestOptions>(o => o.AllowAllTypes = true)
            .Configure<GrainTypeOptions>(o =>
            {
                o.Classes.Clear();
                o.Classes.Add(own.GetType("Lending.BicycleGrain")!);
            }));
        await using var cluster = builder.Build();
        (await new Func<Task>(cluster.DeployAsync).Should().ThrowAsync<SetupException>()).WithMessage(told);
    }
}
