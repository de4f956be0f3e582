using Township.Cadres;
using Township.Posts;
using Township.Rosters;

namespace Township;

public sealed class CadreGrainTests(TownshipCluster cluster) : IClassFixture<TownshipCluster>
{
    static readonly Actor Office = new("c-001", "huimin", [Roles.Office]);
    static readonly DateOnly Joined = new(2026, 1, 5);

    [Fact]
    public async Task Post_and_superior_are_read_from_their_grains_and_kept_with_the_decision()
    {
        using var _ = CallerContext.Use(Office, "test");
        await cluster.Grains.GetGrain<IPostGrain>("huimin/p-01").Execute(new PostCommand.Establish("镇长", "班子", PostLevel.TopLeader, ["全面工作"]));
        await cluster.Grains.GetGrain<IPostGrain>("huimin/p-02").Execute(new PostCommand.Establish("副镇长", "班子", PostLevel.TeamMember, ["农业"]));
        await cluster.Grains.GetGrain<IRosterGrain>("huimin/cadres").Execute(new RosterCommand.Enter(["c-001", "c-002"]));
        var mayor = cluster.Grains.GetGrain<ICadreGrain>("huimin/c-001");
        var deputy = cluster.Grains.GetGrain<ICadreGrain>("huimin/c-002");

        (await deputy.Execute(new CadreCommand.Register("张伟", "p-02", "c-001", Joined))).Refusal.Should().Be(CommonRefusals.Unknown.With("c-001"));
        (await mayor.Execute(new CadreCommand.Register("李强", "p-01", null, Joined))).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        (await deputy.Execute(new CadreCommand.Register("张伟", "p-02", "c-001", Joined))).Should().Be(new Outcome(OutcomeKind.Accepted, 1));

        (await deputy.View()).View.Current().Should().Be(new Appointment("p-02", "副镇长", "班子", PostLevel.TeamMember, "c-001", Joined));
        var commits = new List<RecordedCommit>();
        await foreach (var commit in cluster.Store.ReadStream(StreamId.Parse("cadre/huimin/c-002"), StreamRange.All)) commits.Add(commit);
        commits.Single().Facts.Select(f => (f.Name, f.Stream.ToString(), f.Version, f.Guarded))
            .Should().Equal(("roster.cadres", "roster/huimin/cadres", 1L, false), ("post.standing", "post/huimin/p-02", 1L, false), ("cadre.standing", "cadre/huimin/c-001", 1L, true));
    }

    [Fact]
    public async Task Of_two_assignments_at_once_that_together_close_a_ring_of_three_exactly_one_is_accepted()
    {
        using var _ = CallerContext.Use(Office with { Township = "shunde" }, "test");
        await cluster.Grains.GetGrain<IPostGrain>("shunde/p-01").Execute(new PostCommand.Establish("镇长", "班子", PostLevel.TopLeader, ["全面工作"]));
        await cluster.Grains.GetGrain<IPostGrain>("shunde/p-02").Execute(new PostCommand.Establish("干事", "农办", PostLevel.Staff, ["农业"]));
        await cluster.Grains.GetGrain<IRosterGrain>("shunde/cadres").Execute(new RosterCommand.Enter(
            ["c-001", .. Enumerable.Range(0, 20).SelectMany(round => (string[])[$"a-{round}", $"b-{round}", $"c-{round}"])]));
        await Cadre("c-001").Execute(new CadreCommand.Register("李强", "p-01", null, Joined));
        for (var round = 0; round < 20; round++)
        {
            var (one, two, three) = ($"a-{round}", $"b-{round}", $"c-{round}");
            foreach (var (cadre, superior) in ((string, string)[])[(one, "c-001"), (two, one), (three, "c-001")])
                (await Cadre(cadre).Execute(new CadreCommand.Register("张伟", "p-02", superior, Joined))).Accepted.Should().BeTrue();
            var codes = await Task.WhenAll(Assigned(one, three), Assigned(three, two));
            codes.Should().BeEquivalentTo([null, CadreRefusals.CircularLine.Code]);
        }

        ICadreGrain Cadre(string id) => cluster.Grains.GetGrain<ICadreGrain>($"shunde/{id}");

        // As clients do: after a conflict the same command is sent again.
        async Task<string?> Assigned(string cadre, string superior)
        {
            for (var command = new CadreCommand.AssignSuperior(superior, Joined); ;)
            {
                try
                {
                    return (await Cadre(cadre).Execute(command)).Refusal?.Code;
                }
                catch (AggregateFailureException e) when (e.Kind == FailureKind.Conflict)
                {
                    await Task.Yield();
                }
            }
        }
    }
}
