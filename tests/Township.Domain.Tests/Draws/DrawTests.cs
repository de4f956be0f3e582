using Township.Hearings;
using Township.Pledges;
using Township.ReportMeetings;
using static Township.Draws.DrawCommand;
using static Township.Draws.DrawEvent;
using static Township.Draws.DrawScenes;

namespace Township.Draws;

/// <summary>Rule D: candidates frozen → commitment published → seed revealed → winners that anyone can work out.</summary>
public sealed class DrawTests
{
    [Fact]
    public void Candidates_are_frozen_in_a_fixed_order_under_a_commitment() =>
        Draw().When(Freezing).Then(Frozen).View.Should().Be(new DrawView(DrawStatus.Frozen, Terms, Commitment, null, [], null, false));

    [Fact]
    public void The_winners_follow_from_the_seed() =>
        Draw().Given(Frozen).At(Evening).When(Revealing).Then(Result)
            .View.Should().Be(new DrawView(DrawStatus.Drawn, Terms, Commitment, "4 0 7", Winners("4 0 7"), null, false));

    [Fact]
    public void Another_seed_draws_others() => Winners("4 0 8").Should().NotEqual(Winners("4 0 7"));

    [Fact]
    public void Freezing_the_same_again_in_any_order_changes_nothing() =>
        Draw().Given(Frozen).When(Freezing with { Candidates = ["c-017", "c-042", "c-003"] }).ThenNothing();

    [Fact]
    public void What_is_frozen_cannot_be_changed()
    {
        Draw().Given(Frozen).When(Freezing with { Candidates = ["c-003", "c-017", "c-099"] }).ThenRefused(DrawRefusals.AlreadyFrozen);
        Draw().Given(Frozen).When(Freezing with { Excluded = [new("c-099", ExclusionGround.Leave)] }).ThenRefused(DrawRefusals.AlreadyFrozen);
        Draw().Given(Frozen).When(Freezing with { BeaconId = "ssq" }).ThenRefused(DrawRefusals.AlreadyFrozen);
        Draw().Given(Frozen).When(Freezing with { Day = Today.AddDays(1) }).ThenRefused(DrawRefusals.AlreadyFrozen);
    }

    [Fact]
    public void A_draw_has_candidates() => Draw().When(Freezing with { Candidates = [] }).ThenMalformed("candidates");

    [Theory]
    [InlineData("c-003 ")]
    [InlineData(" c-003")]
    [InlineData("c-003\u3000")]
    [InlineData("c-001 Zoe\u0308")]
    public void Candidates_are_keys(string other) => Draw().When(Freezing with { Candidates = ["c-003", other, "c-017"] }).ThenMalformed("candidates[1]");

    [Fact]
    public void A_candidate_is_named_once()
    {
        Draw().When(Freezing with { Candidates = ["c-003", "c-017", "c-003"] }).ThenRefused(DrawRefusals.CandidateTwice, "c-003");
        Draw().Without<PledgeProgress>().When(Freezing with { Excluded = [new("c-003", ExclusionGround.Exempt)] }).ThenRefused(DrawRefusals.CandidateTwice, "c-003");
    }

    [Theory]
    [InlineData("2026-03")]
    [InlineData("2026-03b")]
    [InlineData("meeting.2026-3")]
    [InlineData("meeting.2026-03.1")]
    [InlineData("meeting.2026-03.02")]
    [InlineData("meeting.2026-03.21")]
    [InlineData("meeting.2026-03.b")]
    [InlineData("meeting.2026-03.2.2")]
    [InlineData("hearing.2026-01")]
    [InlineData("hearing.2026-01.")]
    [InlineData("hearing..farmers")]
    [InlineData("hearing.2026-01.farmers.x")]
    public void A_key_that_names_no_purpose_is_refused(string id)
    {
        foreach (var command in new DrawCommand[] { Freezing, Revealing, new DrawCommand.Void("名单有误") })
            Draw(id).When(command).ThenRefused(KernelRefusals.UnknownKey, "huimin/" + id);
    }

    [Theory]
    [InlineData("2026-03-02T21:15+08:00")]
    [InlineData("2026-03-02T23:00+08:00")]
    public void Candidates_are_frozen_before_the_seed_can_be_known(string now) =>
        Draw().At(now).When(Freezing).ThenRefused(DrawRefusals.SeedAlreadyPublic, "2026-03-02 21:15");

    [Fact]
    public void The_moment_of_the_seed_follows_from_the_beacon_of_the_policy()
    {
        Draw().When(Freezing with { BeaconId = "other" }).ThenRefused(CommonRefusals.Unknown, "other");
        Draw().When(Freezing with { Day = Today.AddDays(-1) }).ThenRefused(DrawRefusals.SeedAlreadyPublic, "2026-03-01 21:15");
        foreach (var day in (int[])[2, 4, 6, 7]) // Monday, Wednesday, Friday, Saturday
            Draw().When(Freezing with { BeaconId = "ssq", Day = new(2026, 3, day) }).ThenRefused(DrawRefusals.NotItsDay, "双色球", $"2026-03-0{day}");
        foreach (var day in (int[])[3, 5, 8])
            Draw().When(Freezing with { BeaconId = "ssq", Day = new(2026, 3, day) }).ThenAccepted().View.Terms!.RevealFrom.Should().Be(new DateTimeOffset(2026, 3, day, 13, 15, 0, TimeSpan.Zero));
    }

    [Fact]
    public void The_seed_is_not_revealed_before_its_time() =>
        Draw().Given(Frozen).At(Evening.AddTicks(-10)).When(Revealing).ThenRefused(DrawRefusals.TooEarly, "2026-03-02 21:15");

    public static TheoryData<Reveal> OfAnotherForm =>
        [.. (Reveal[])[new([4, 0]), new([4, 0, 7, 1]), new([4, 0, 10]), new([4, 0, -7]), new([]), new([], "407"), new([4, 0, 7], "4 0 7"), new([], "4 0 7")]];

    [Theory, MemberData(nameof(OfAnotherForm))]
    public void A_seed_is_of_the_form_that_was_fixed(Reveal reveal) => Draw().Given(Frozen).At(Evening).When(reveal).ThenRefused(DrawRefusals.SeedForm, "3 x 0-9");

    [Theory]
    [InlineData("0123456789abcdef", true)]
    [InlineData("0123456789ABCDEF", false)]
    [InlineData("0123456789abcde", false)]
    [InlineData("0123456789abcdef0", false)]
    [InlineData("0123456789abcde ", false)]
    [InlineData("0123456789abcdeg", false)]
    public void A_hexadecimal_seed_is_in_lower_case_and_of_its_length(string hex, bool fits)
    {
        var frozen = Draw().Given(Frozen with { Terms = Terms with { Beacon = Lottery with { Form = SeedForm.Hex(16) } } }).At(Evening);
        if (fits) frozen.When(new Reveal([], hex)).Then(new Drawn(hex, Winners(hex)));
        else frozen.When(new Reveal([], hex)).ThenRefused(DrawRefusals.SeedForm, "hex 16");
    }

    [Fact]
    public void Nothing_is_revealed_or_voided_before_the_candidates_are_frozen()
    {
        Draw().When(Revealing).ThenRefused(DrawRefusals.NotFrozen);
        Draw().When(new DrawCommand.Void("会议取消")).ThenRefused(DrawRefusals.NotFrozen);
    }

    [Fact]
    public void A_void_draw_stays_visible_with_its_reason_and_its_terms() =>
        Draw().Given(Frozen).When(new DrawCommand.Void("名单有误")).Then(new Voided("名单有误", false))
            .View.Should().Be(new DrawView(DrawStatus.Void, Terms, Commitment, null, [], "名单有误", false));

    [Fact]
    public void Once_the_seed_can_be_known_only_a_leader_voids_and_it_stays_visible()
    {
        var published = Draw().Given(Frozen).At(Evening);
        published.When(new DrawCommand.Void("名单有误")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        published.By("c-002", Roles.Leader).When(new DrawCommand.Void("号码公布有误")).Then(new Voided("号码公布有误", true))
            .View.Should().Be(new DrawView(DrawStatus.Void, Terms, Commitment, null, [], "号码公布有误", true));
        Draw().Given(Frozen).At(Evening.AddTicks(-10)).When(new DrawCommand.Void("名单有误")).Then(new Voided("名单有误", false));
    }

    [Fact]
    public void A_drawn_one_is_voided_by_a_leader_and_shows_what_was_drawn()
    {
        var drawn = Draw().At(Evening).Given(Frozen, Result);
        drawn.When(new DrawCommand.Void("号码录错")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        drawn.By("c-002", Roles.Leader).When(new DrawCommand.Void("号码录错")).Then(new Voided("号码录错", true))
            .View.Should().Be(new DrawView(DrawStatus.Void, Terms, Commitment, "4 0 7", Winners("4 0 7"), "号码录错", true));
    }

    [Fact]
    public void But_not_once_its_result_was_taken_over()
    {
        var reporting = Draw().At(Evening).By("c-002", Roles.Leader).Given(Frozen, Result).Without<MeetingDrawing>();
        reporting.When(new DrawCommand.Void("结果不理想")).ThenRefused(DrawRefusals.Settled, "meeting.2026-03");
        var ofGroup = Draw("hearing.2026-01.farmers").At(Evening).By("c-002", Roles.Leader).Given(Frozen, Result);
        ofGroup.Without<HearingDrawing>().When(new DrawCommand.Void("结果不理想")).ThenRefused(DrawRefusals.Settled, "hearing.2026-01.farmers");
        ofGroup.With(new HearingDrawing([new("farmers", 2, [], ["hearing.2026-01.farmers"])])).When(new DrawCommand.Void("结果不理想"))
            .ThenRefused(DrawRefusals.Settled, "hearing.2026-01.farmers");
        ofGroup.With(new HearingDrawing([new("farmers", 2, [], [])])).When(new DrawCommand.Void("号码录错")).Then(new Voided("号码录错", true));
    }

    [Fact]
    public void Another_draw_takes_the_place_of_a_void_one_only_and_gets_a_later_seed()
    {
        var next = Draw("meeting.2026-03.2");
        next.Without<DrawResult>().When(Freezing).ThenRefused(DrawRefusals.PredecessorStands, "meeting.2026-03");
        foreach (var status in (DrawStatus[])[DrawStatus.Frozen, DrawStatus.Drawn])
            next.With("meeting.2026-03", Before(status)).When(Freezing with { Day = Today.AddDays(1) }).ThenRefused(DrawRefusals.PredecessorStands, "meeting.2026-03");
        next = next.With("meeting.2026-03", Before(DrawStatus.Void));
        next.When(Freezing).ThenRefused(DrawRefusals.SeedNotLater, "meeting.2026-03", "2026-03-02 21:15");
        next.When(Freezing with { Day = Today.AddDays(1) }).ThenAccepted();
        Draw("meeting.2026-03.3").With("meeting.2026-03.2", Before(DrawStatus.Void)).When(Freezing with { Day = Today.AddDays(1) }).ThenAccepted();
    }

    [Fact]
    public void A_group_is_drawn_for_again_when_its_draw_was_used_and_more_signed_up()
    {
        var again = Draw("hearing.2026-01.farmers.2").With("hearing.2026-01.farmers", Before(DrawStatus.Drawn));
        var freezing = Freezing with { Candidates = ["p-1", "p-2", "p-3"], Day = Today.AddDays(1) };
        again.With(new HearingDrawing([new("farmers", 2, ["p-1", "p-2", "p-3"], [])])).When(freezing).ThenRefused(DrawRefusals.PredecessorStands, "hearing.2026-01.farmers");
        again.With(new HearingDrawing([new("farmers", 2, ["p-1", "p-2", "p-3"], ["hearing.2026-01.farmers"])])).When(freezing).ThenAccepted();
    }

    static DrawResult Before(DrawStatus status) => new(status, Evening, Terms.Candidates, Commitment, null, []);

    [Fact]
    public void Revealing_the_same_seed_again_changes_nothing() => Draw().At(Evening).Given(Frozen, Result).When(Revealing).ThenNothing();

    [Fact]
    public void A_draw_that_is_over_stays_as_it_is()
    {
        var drawn = Draw().At(Evening).By("c-001", Roles.Office, Roles.Leader).Given(Frozen, Result);
        drawn.When(new Reveal([4, 0, 8])).ThenRefused(DrawRefusals.Closed);
        drawn.When(Freezing).ThenRefused(DrawRefusals.Closed);
        var voided = Draw().At(Evening).By("c-001", Roles.Office, Roles.Leader).Given(Frozen, new Voided("名单有误", false));
        voided.When(Revealing).ThenRefused(DrawRefusals.Closed);
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
        foreach (var command in new DrawCommand[] { Freezing, Revealing, new DrawCommand.Void("名单有误") })
        {
            Draw().By("c-009", role).When(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
            Draw().Given(Frozen).By("c-009", role).When(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
        }
    }

    [Fact]
    public void The_office_of_another_township_has_no_say() =>
        Draw().By(new Actor("c-001", "songfan", [Roles.Office])).When(Freezing).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);

    [Fact]
    public void The_same_candidates_in_another_draw_get_another_commitment() =>
        DrawAlgorithm.Commit(DrawAlgorithm.Lines(StreamId.Parse("draw/huimin/meeting.2026-04"), Terms)).Should().NotBe(Commitment);
}
