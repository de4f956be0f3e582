using CsCheck;
using static Township.Draws.DrawCommand;

namespace Township.Draws;

public sealed class DrawProperties
{
    static readonly Gen<string> Candidate = Gen.Int[1, 12].Select(i => $"c-{i:000}");

    // The numbers are hours from the start of the history.
    static readonly Gen<DrawCommand> Commands = Gen.OneOf(
        Gen.Select(Candidate.Array[1, 6], Gen.Int[0, 5], Gen.Int[0, 30], (candidates, winners, hours) =>
            (DrawCommand)new Freeze(candidates.ToEquatableList(), winners, "福彩 3D 第 2026060 期", Start.AddHours(hours))),
        Gen.OneOf("1 2 3", "4 5 6").Select(seed => (DrawCommand)new Reveal(seed)),
        Gen.OneOf("名单有误", "停电").Select(reason => (DrawCommand)new DrawCommand.Void(reason)));

    static readonly DateTimeOffset Start = new World().Now;

    [Fact]
    public void A_retry_writes_nothing() =>
        Histories((world, command) => world.Do(Kinds.Draw, "d-1", command).Events.Should().BeEmpty());

    [Fact]
    public void Whoever_wins_can_be_worked_out_from_what_is_shown() =>
        Histories((world, _) =>
        {
            var view = world.View(Kinds.Draw, "d-1");
            if (view.Commitment is not null)
                DrawAlgorithm.Commit(StreamId.Parse("draw/huimin/d-1"), view.Candidates, view.WinnersWanted, view.Beacon!, view.RevealFrom!.Value).Should().Be(view.Commitment);
            view.Winners.Should().Equal(view.Step == DrawStep.Drawn ? DrawAlgorithm.Select(view.Commitment!, view.Seed!, view.Candidates, view.WinnersWanted) : []);
        });

    [Fact]
    public void Winners_are_different_candidates_as_many_as_were_wanted() =>
        Gen.Select(Candidate.HashSet[1, 12], Gen.Int[1, 12], Gen.String).Where((candidates, winners, _) => winners <= candidates.Count)
            .Sample((candidates, winners, seed) => DrawAlgorithm.Select("a commitment", seed, candidates, winners)
                .Should().OnlyHaveUniqueItems().And.BeSubsetOf(candidates).And.HaveCount(winners));

    [Fact]
    public void The_order_in_which_candidates_are_named_does_not_matter() =>
        Gen.Select(Candidate.HashSet[2, 12], Gen.String).SelectMany((set, seed) => Gen.Shuffle(set.ToArray()).Select(shuffled => (set, shuffled, seed))).Sample(t =>
        {
            var draw = StreamId.Parse("draw/huimin/d-1");
            DrawAlgorithm.Commit(draw, t.shuffled, 1, "b", Start).Should().Be(DrawAlgorithm.Commit(draw, t.set, 1, "b", Start));
            DrawAlgorithm.Select("a commitment", t.seed, t.shuffled, 2).Should().Equal(DrawAlgorithm.Select("a commitment", t.seed, t.set, 2));
        });

    static void Histories(Action<World, DrawCommand> afterEach) =>
        Gen.Select(Commands, Gen.Int[0, 5]).Array[1, 12].Sample(history =>
        {
            var world = new World();
            foreach (var (command, hours) in history)
            {
                world.Now = world.Now.AddHours(hours);
                if (world.Do(Kinds.Draw, "d-1", command).Refusal is null) afterEach(world, command);
            }
        }, iter: 500);
}
