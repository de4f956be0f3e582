using Orleans.TestingHost;
using Township.Tills;

namespace Township;

/// <summary>Grains and silos that are not as they should be, or do not do what most do.</summary>
[Collection(nameof(TillCluster))]
public sealed class SetupTests(TillCluster cluster)
{
    [Fact]
    public async Task A_grain_that_does_not_wait_for_its_history_gets_it_all_the_same()
    {
        var (till, stream) = cluster.NewTill("hasty-till");
        await cluster.Rival(stream, "100");
        await till.Deposit(1);
        await till.Confirm();
        (await till.Look()).Should().Be(new TillLook(3, 101, "answer", 101, "answer", 0));
    }

    [Fact]
    public async Task What_a_callback_raises_is_raised_by_the_grain_and_not_by_who_woke_it()
    {
        var (till, stream) = cluster.NewTill("hasty-till");
        using (CallerContext.Use(TillCluster.Ann)) await till.Deposit(1);
        await till.Confirm();
        (await cluster.Commits(stream)).Select(c => c.Actor.Subject).Should().Equal("ann", "journaled-grain");
    }

    [Fact]
    public async Task A_state_that_cannot_be_copied_is_told_at_activation() =>
        (await Named("uncopied").Invoking(n => n.Name()).Should().ThrowAsync<Exception>()).Which.ToString().Should().Contain("give it [GenerateSerializer]");

    [Fact]
    public async Task Options_that_make_no_sense_stop_the_start()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddTownshipLogConsistencyProvider("bad", o => (o.Township, o.MaxLostRaces) = ("No Township", -1)));
        await using var bad = builder.Build();
        (await bad.Invoking(b => b.DeployAsync()).Should().ThrowAsync<Exception>()).Which.ToString()
            .Should().Contain("Township must be a-z").And.Contain("MaxLostRaces must not be negative");
    }

    [Fact]
    public async Task Without_an_event_store_the_provider_says_what_is_missing()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddTownshipLogConsistencyProviderAsDefault());
        await using var bare = builder.Build();
        await bare.DeployAsync();
        var till = bare.Client.GetGrain<ITill>(GrainId.Create("till", "huimin/a"));
        (await till.Invoking(t => t.Look()).Should().ThrowAsync<Exception>()).Which.ToString().Should().Contain("call AddEventSourcing or AddTownship");
    }

    INamed Named(string type) => cluster.Client.GetGrain<INamed>(GrainId.Create(type, "a"));
}
