using Township.Draws;

namespace Township;

public sealed class DrawGrainTests(TownshipCluster cluster) : IClassFixture<TownshipCluster>
{
    static readonly Actor Office = new("c-001", "huimin", [Roles.Office]);

    [Fact]
    public async Task A_draw_runs_over_the_gateway_and_can_be_recomputed_from_its_view()
    {
        using var _ = CallerContext.Use(Office, "test");
        var draw = cluster.Grains.GetGrain<IDrawGrain>("huimin/d-1");
        var freeze = new DrawCommand.Freeze(["c-003", "c-001", "c-002"], 2, "beacon", cluster.Clock.GetUtcNow().AddHours(1));

        (await draw.Execute(freeze)).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        (await draw.Execute(freeze)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await draw.Execute(freeze with { Winners = 3 })).Refusal!.Code.Should().Be("command.id-reused");
        (await draw.Execute(new DrawCommand.Reveal("1 2 3"))).Refusal!.Code.Should().Be("draw.too-early");
        cluster.Clock.Advance(TimeSpan.FromHours(2));
        (await draw.Execute(new DrawCommand.Reveal("1 2 3"))).Should().Be(new Outcome(OutcomeKind.Accepted, 2));

        var (version, view) = await draw.View();
        version.Should().Be(2);
        view.Winners.Should().Equal(DrawAlgorithm.Select(view.Commitment!, view.Seed!, view.Candidates, view.WinnersWanted));
        var history = new List<HistoryEntry>();
        await foreach (var entry in draw.History(1)) history.Add(entry);
        history.Should().ContainSingle().Which.Events.Should().ContainSingle().Which.Name.Should().Be("draw.drawn");
        (await draw.ViewAsOf(1)).View.Step.Should().Be(DrawStep.Frozen);
    }
}
