using System.Security.Cryptography;
using System.Text;
using static Township.Draws.DrawCommand;
using static Township.Draws.DrawEvent;

namespace Township.Draws;

/// <summary>Rule D: candidates frozen → commitment published → seed revealed → winners that anyone can work out.</summary>
public sealed class DrawTests
{
    static readonly DateTimeOffset Evening = new(2026, 3, 2, 13, 15, 0, TimeSpan.Zero);
    static readonly Freeze Freezing = new(["c-042", "c-003", "c-017"], 2, "福彩 3D 第 2026060 期", Evening);
    static readonly string Commitment = Sha256("township.draw.v1\ndraw/huimin/2026-03\n2\n福彩 3D 第 2026060 期\n2026-03-02T13:15:00Z\nc-003\nc-017\nc-042\n");
    static readonly CandidatesFrozen Terms = new(["c-003", "c-017", "c-042"], 2, "福彩 3D 第 2026060 期", Evening, Commitment);
    static readonly Drawn Result = new("4 0 7", Winners("4 0 7"));

    // docs/draws.md, worked out without the program.
    static EquatableList<string> Winners(string seed) => Terms.Candidates
        .OrderBy(c => Sha256($"township.draw.v1\n{Commitment}\n{seed}\n{c}\n"), StringComparer.Ordinal).Take(2).ToEquatableList();

    static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Candidates_are_frozen_in_a_fixed_order_under_a_commitment() =>
        Specs.Draw.When(Freezing).Then(Terms)
            .View.Should().Be(new DrawView(DrawStep.Frozen, Terms.Candidates, 2, Terms.Beacon, Evening, Commitment, null, [], null));

    [Fact]
    public void The_winners_follow_from_the_seed() =>
        Specs.Draw.Given(Terms).At(Evening).When(new Reveal("4 0 7")).Then(Result)
            .View.Should().Be(new DrawView(DrawStep.Drawn, Terms.Candidates, 2, Terms.Beacon, Evening, Commitment, "4 0 7", Winners("4 0 7"), null));

    [Fact]
    public void Another_seed_draws_others() => Winners("4 0 8").Should().NotEqual(Winners("4 0 7"));

    [Fact]
    public void Freezing_the_same_again_in_any_order_changes_nothing() =>
        Specs.Draw.Given(Terms).When(Freezing with { Candidates = ["c-017", "c-042", "c-003"], RevealFrom = Evening.ToOffset(TimeSpan.FromHours(8)) }).ThenNothing();

    [Fact]
    public void What_is_frozen_cannot_be_changed()
    {
        Specs.Draw.Given(Terms).When(Freezing with { Candidates = ["c-003", "c-017", "c-099"] }).ThenRefused(DrawRefusals.AlreadyFrozen);
        Specs.Draw.Given(Terms).When(Freezing with { Winners = 1 }).ThenRefused(DrawRefusals.AlreadyFrozen);
        Specs.Draw.Given(Terms).When(Freezing with { Beacon = "上证指数收盘点位" }).ThenRefused(DrawRefusals.AlreadyFrozen);
        Specs.Draw.Given(Terms).When(Freezing with { RevealFrom = Evening.AddHours(1) }).ThenRefused(DrawRefusals.AlreadyFrozen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    public void As_many_win_as_there_are_candidates_at_most_and_one_at_least(int winners) =>
        Specs.Draw.When(Freezing with { Winners = winners }).ThenRefused(DrawRefusals.WrongNumber, winners, 3);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void One_may_win_and_all_may_win(int winners) =>
        Specs.Draw.When(Freezing with { Winners = winners }).ThenAccepted().At(Evening).When(new Reveal("4 0 7")).ThenAccepted()
            .View.Winners.Should().HaveCount(winners);

    [Fact]
    public void A_candidate_is_named_once() =>
        Specs.Draw.When(Freezing with { Candidates = ["c-003", "c-017", "c-003"] }).ThenRefused(DrawRefusals.CandidateTwice, "c-003");

    [Fact]
    public void A_draw_has_candidates() => Specs.Draw.When(Freezing with { Candidates = [] }).ThenMalformed("candidates");

    [Theory]
    [InlineData("2026-03-02T13:15:00Z", "2026-03-02 21:15")]
    [InlineData("2026-03-02T14:00:00Z", "2026-03-02 21:15")]
    public void Candidates_are_frozen_before_the_seed_can_be_known(string now, string shown) =>
        Specs.Draw.At(now).When(Freezing).ThenRefused(DrawRefusals.SeedAlreadyPublic, shown);

    [Fact]
    public void The_seed_is_not_revealed_before_its_time() =>
        Specs.Draw.Given(Terms).At(Evening.AddTicks(-10)).When(new Reveal("4 0 7")).ThenRefused(DrawRefusals.TooEarly, "2026-03-02 21:15");

    [Theory]
    [InlineData(" 4 0 7")]
    [InlineData("4 0 7 ")]
    [InlineData("4  0 7")]
    [InlineData("4\u30000 7")] // an ideographic space looks like a blank, and would draw others
    public void A_seed_leaves_no_choice_of_blanks(string seed) =>
        Specs.Draw.Given(Terms).At(Evening).When(new Reveal(seed)).ThenRefused(DrawRefusals.SeedBlanks);

    [Fact]
    public void Nothing_is_revealed_before_the_candidates_are_frozen() => Specs.Draw.When(new Reveal("4 0 7")).ThenRefused(DrawRefusals.NotFrozen);

    [Fact]
    public void A_void_draw_stays_visible_with_its_reason_and_its_terms() =>
        Specs.Draw.Given(Terms).When(new DrawCommand.Void("名单有误")).Then(new Voided("名单有误"))
            .View.Should().Be(new DrawView(DrawStep.Void, Terms.Candidates, 2, Terms.Beacon, Evening, Commitment, null, [], "名单有误"));

    [Fact]
    public void A_draw_may_be_void_before_it_began() =>
        Specs.Draw.When(new DrawCommand.Void("会议取消")).Then(new Voided("会议取消"))
            .View.Should().Be(new DrawView(DrawStep.Void, [], 0, null, null, null, null, [], "会议取消"));

    [Fact]
    public void It_is_declared_void_once() =>
        Specs.Draw.Given(Terms, new Voided("名单有误")).When(new DrawCommand.Void("名单有误")).ThenRefused(DrawRefusals.Closed);

    [Fact]
    public void Revealing_the_same_seed_again_changes_nothing() => Specs.Draw.At(Evening).Given(Terms, Result).When(new Reveal("4 0 7")).ThenNothing();

    [Fact]
    public void A_draw_that_is_over_stays_as_it_is()
    {
        var drawn = Specs.Draw.At(Evening).Given(Terms, Result);
        drawn.When(new Reveal("4 0 8")).ThenRefused(DrawRefusals.Closed);
        drawn.When(new DrawCommand.Void("结果不理想")).ThenRefused(DrawRefusals.Closed);
        drawn.When(Freezing).ThenRefused(DrawRefusals.Closed);
        var voided = Specs.Draw.At(Evening).Given(Terms, new Voided("名单有误"));
        voided.When(new Reveal("4 0 7")).ThenRefused(DrawRefusals.Closed);
        voided.When(new DrawCommand.Void("停电")).ThenRefused(DrawRefusals.Closed);
        voided.When(Freezing).ThenRefused(DrawRefusals.Closed);
    }

    [Theory]
    [InlineData(Roles.Leader)]
    [InlineData(Roles.Cadre)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    public void Only_the_efficiency_office_runs_draws(string role)
    {
        foreach (var command in new DrawCommand[] { Freezing, new Reveal("4 0 7"), new DrawCommand.Void("名单有误") })
            Specs.Draw.By("c-009", role).When(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Fact]
    public void The_office_of_another_township_has_no_say() =>
        Specs.Draw.By(new Actor("c-001", "songfan", [Roles.Office])).When(Freezing).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);

    [Fact]
    public void The_same_candidates_in_another_draw_get_another_commitment() =>
        DrawAlgorithm.Commit(StreamId.Parse("draw/huimin/2026-04"), Terms.Candidates, 2, Terms.Beacon, Evening)
            .Should().NotBe(DrawAlgorithm.Commit(StreamId.Parse("draw/huimin/2026-03"), Terms.Candidates, 2, Terms.Beacon, Evening));
}
