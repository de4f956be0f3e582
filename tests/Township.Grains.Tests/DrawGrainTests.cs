using Township.Draws;
using Township.Hearings;
using Township.Townships;

namespace Township;

public sealed class DrawGrainTests(TownshipCluster cluster) : IClassFixture<TownshipCluster>
{
    static readonly Actor Office = new("c-001", "huimin", [Roles.Office, Roles.Leader]);

    [Fact]
    public async Task A_draw_runs_over_the_gateway_and_can_be_recomputed_from_its_view()
    {
        using var _ = CallerContext.Use(Office, "test");
        (await cluster.Grains.GetGrain<ITownshipGrain>("huimin/main").Execute(new TownshipCommand.Found("惠民镇", TownshipKind.Town))).Accepted.Should().BeTrue();
        var hearing = cluster.Grains.GetGrain<IHearingGrain>("huimin/h-1");
        foreach (var command in (HearingCommand[])[
            new HearingCommand.Prepare("农田水利"), new HearingCommand.SetGroups([new("farmers", "种粮大户", 2, 0, 5)]),
            .. ((string[])["p-003", "p-001", "p-002"]).Select(p => new HearingCommand.SignUp(p, "farmers", p)), new HearingCommand.CloseSignUp()])
            (await hearing.Execute(command)).Accepted.Should().BeTrue();
        var draw = cluster.Grains.GetGrain<IDrawGrain>("huimin/hearing.h-1.farmers");
        var freeze = new DrawCommand.Freeze(["p-003", "p-001", "p-002"], [], "fc3d", LocalTime.DateOf(cluster.Clock.GetUtcNow()).AddDays(1));

        (await draw.Execute(freeze)).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        (await draw.Execute(freeze)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await draw.Execute(freeze with { BeaconId = "ssq" })).Refusal!.Code.Should().Be("command.id-reused");
        (await draw.Execute(new DrawCommand.Reveal([1, 2, 3]))).Refusal!.Code.Should().Be("draw.too-early");
        cluster.Clock.Advance(TimeSpan.FromDays(2));
        (await draw.Execute(new DrawCommand.Reveal([1, 2, 3]))).Should().Be(new Outcome(OutcomeKind.Accepted, 2));

        var (version, view) = await draw.View();
        version.Should().Be(2);
        var terms = view.Terms!;
        view.Commitment.Should().Be(DrawAlgorithm.Commit(DrawAlgorithm.Lines(new("draw", "huimin", "hearing.h-1.farmers"), terms)));
        view.Winners.Should().Equal(DrawAlgorithm.Select(view.Commitment!, view.Seed!, terms.Candidates, terms.Winners)).And.HaveCount(2);
        var history = new List<HistoryEntry>();
        await foreach (var entry in draw.History(1)) history.Add(entry);
        history.Should().ContainSingle().Which.Events.Should().ContainSingle().Which.Name.Should().Be("draw.drawn");
        (await draw.ViewAsOf(1)).View.Status.Should().Be(DrawStatus.Frozen);
    }
}
