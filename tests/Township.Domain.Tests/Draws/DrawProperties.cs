using CsCheck;
using Township.Cadres;
using Township.Posts;
using Township.ReportMeetings;
using Township.Rosters;
using Township.Townships;
using static Township.Draws.DrawCommand;

namespace Township.Draws;

public sealed class DrawProperties
{
    static readonly Gen<string> Candidate = Gen.Int[1, 12].Select(i => $"c-{i:000}");

    static readonly EquatableList<string> Three = ["c-001", "c-002", "c-003"];

    internal static readonly EquatableList<GivenFact> Facts =
    [
        GivenFact.Of(DrawPolicy.Default), GivenFact.Of(new MeetingDrawing(new(2026, 3, 25), 2)), GivenFact.Of(new RosterCadres(Three)),
        GivenFact.Of(new CadreStanding(new(2025, 6, 1), null, PostLevel.Staff, null, [])),
    ];

    internal static readonly Gen<DrawCommand> Commands = Gen.OneOf(
        Gen.Select(Gen.OneOf(Gen.Const(Three), Candidate.Array[1, 6].Select(c => c.ToEquatableList())), Gen.Int[0, 3], (candidates, days) =>
            (DrawCommand)new Freeze(candidates, [], "fc3d", new DateOnly(2026, 3, 2).AddDays(days))),
        Gen.OneOf<EquatableList<int>>([1, 2, 3], [4, 5, 6], [7, 8]).Select(seed => (DrawCommand)new Reveal(seed)),
        Gen.OneOf("名单有误", "停电").Select(reason => (DrawCommand)new DrawCommand.Void(reason)));

    [Fact]
    public void A_retry_writes_nothing() =>
        Histories((huimin, command) => huimin.Draw(command, "meeting.2026-03").Events.Should().BeEmpty());

    [Fact]
    public void Whoever_wins_can_be_worked_out_from_what_is_shown() =>
        Histories((huimin, _) =>
        {
            var view = huimin.DrawView("meeting.2026-03");
            if (view.Terms is not { } terms) return;
            DrawAlgorithm.Commit(DrawAlgorithm.Lines(StreamId.Parse("draw/huimin/meeting.2026-03"), terms)).Should().Be(view.Commitment);
            view.Winners.Should().Equal(view.Seed is { } seed ? DrawAlgorithm.Select(view.Commitment!, seed, terms.Candidates, terms.Winners) : []);
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
            Commit(t.shuffled).Should().Be(Commit(t.set));
            DrawAlgorithm.Select("a commitment", t.seed, t.shuffled, 2).Should().Equal(DrawAlgorithm.Select("a commitment", t.seed, t.set, 2));
        });

    static string Commit(IEnumerable<string> candidates) => DrawAlgorithm.Commit(DrawAlgorithm.Lines(
        StreamId.Parse("draw/huimin/meeting.2026-03"),
        new(candidates.ToEquatableList(), [], 1, DrawPolicy.Default.Values.Beacons[0], new(2026, 3, 3), LocalTime.StartOf(new(2026, 3, 3)), "draw/1")));

    // The cadres of Huimin, with one more or one less now and then.
    static void Histories(Action<Huimin, DrawCommand> afterEach) =>
        Gen.Select(Commands.Select(c => c is Freeze freeze && freeze.Candidates == Three ? freeze with { Candidates = Huimin.AllCadres } : c), Gen.Int[0, 30]).Array[1, 12].Sample(history =>
        {
            var huimin = new Huimin().On(new(2026, 3, 2)).By(Huimin.Office).Meeting(new ReportMeetingCommand.Convene(new(2026, 3, 25), "三楼")).ThenAccepted();
            var now = LocalTime.StartOf(new(2026, 3, 2)).AddHours(9);
            foreach (var (command, hours) in history)
            {
                now = now.AddHours(hours);
                if (huimin.At($"{now:O}").Draw(command, "meeting.2026-03").Refusal is null) afterEach(huimin, command);
            }
        }, iter: 200);
}
