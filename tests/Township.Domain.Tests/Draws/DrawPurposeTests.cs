using Township.Cadres;
using Township.Hearings;
using Township.Pledges;
using Township.ReportMeetings;
using Township.Townships;
using static Township.Draws.DrawEvent;
using static Township.Draws.DrawScenes;

namespace Township.Draws;

/// <summary>Rule D: who takes part, and how many are drawn, follows from the purpose.</summary>
public sealed class DrawPurposeTests
{
    [Fact]
    public void Nothing_is_drawn_for_a_meeting_or_group_that_does_not_wait_for_it()
    {
        Draw().Without<MeetingDrawing>().When(Freezing).ThenRefused(DrawRefusals.NotReady, "meeting.2026-03");
        DrawOfGroup.Without<HearingDrawing>().When(Freezing).ThenRefused(DrawRefusals.NotReady, "hearing.2026-01.farmers");
        DrawOfGroup.With(new HearingDrawing([])).When(Freezing).ThenRefused(DrawRefusals.NotReady, "hearing.2026-01.farmers");
        Draw().Without<DrawPolicy>().When(Freezing).ThenRefused(TownshipRefusals.NotFounded, "huimin");
    }

    [Fact]
    public void Every_cadre_of_the_month_is_a_candidate_and_nobody_else()
    {
        Draw().When(Freezing with { Candidates = ["c-042"] }).ThenRefused(DrawRefusals.CandidateMissing, "c-003, c-017");
        Draw().When(Freezing with { Candidates = ["c-042", "c-003", "c-017", "c-099"] }).ThenRefused(DrawRefusals.NoCandidate, "c-099");
        // Whoever left before the meeting, joins after it, or is on the roster and not registered is no cadre of the month.
        foreach (var other in (CadreStanding?[])[null, Standing(left: new(2026, 3, 1)), Standing(joined: new(2026, 3, 26))])
        {
            var draw = Draw().With("c-042", other!);
            draw.When(Freezing).ThenRefused(DrawRefusals.NoCandidate, "c-042");
            draw.When(Freezing with { Candidates = ["c-003", "c-017"] }).ThenAccepted();
        }

        Draw().With("c-042", Standing(joined: new(2026, 3, 25), left: new(2026, 3, 25))).When(Freezing).ThenAccepted();
    }

    [Fact]
    public void Fewer_candidates_than_reporters_are_drawn_all() =>
        Draw().With(new MeetingDrawing(new(2026, 3, 25), 5)).When(Freezing).ThenAccepted().View.Terms!.Winners.Should().Be(3);

    [Fact]
    public void Who_is_left_out_stands_in_the_terms_and_in_the_commitment_with_a_reason_that_the_record_bears_out()
    {
        Exclusion exclusion = new("c-042", ExclusionGround.Exempt);
        var without = Freezing with { Candidates = ["c-003", "c-017"], Excluded = [exclusion] };
        var terms = Terms with { Candidates = ["c-003", "c-017"], Excluded = [exclusion] };
        Draw().With("c-042.2026-03", new PledgeProgress(PledgeStatus.Exempt)).When(without).Then(new CandidatesFrozen(terms, Sha256(
            "township.draw.v2\ndraw/huimin/meeting.2026-03\n2\n福彩3D\n3 x 0-9\n2026-03-02\n2026-03-02T13:15:00Z\ndraw/1\nc-042=exempt\nc-003\nc-017\n")));
        Draw().With("c-042.2026-03", new PledgeProgress(PledgeStatus.Pledged)).When(without).ThenRefused(DrawRefusals.NoGround, "c-042");
        Draw().With("c-099.2026-03", new PledgeProgress(PledgeStatus.Exempt)).When(Freezing with { Excluded = [new("c-099", ExclusionGround.Exempt)] }).ThenRefused(DrawRefusals.NoCandidate, "c-099");
    }

    [Theory]
    [InlineData(PledgeStatus.Open, true)]
    [InlineData(PledgeStatus.Written, true)]
    [InlineData(PledgeStatus.Stated, true)]
    [InlineData(PledgeStatus.Missed, true)]
    [InlineData(PledgeStatus.Pledged, false)]
    [InlineData(PledgeStatus.Verified, false)]
    public void Whoever_has_not_pledged_may_be_left_out(PledgeStatus step, bool may)
    {
        var verdict = Draw().With("c-042.2026-03", new PledgeProgress(step)).When(Freezing with { Candidates = ["c-003", "c-017"], Excluded = [new("c-042", ExclusionGround.Unpledged)] });
        if (may) verdict.ThenAccepted();
        else verdict.ThenRefused(DrawRefusals.NoGround, "c-042");
    }

    [Theory]
    [InlineData(20, 25, true)]
    [InlineData(25, 31, true)]
    [InlineData(1, 24, false)]
    [InlineData(26, 31, false)]
    public void Whoever_is_on_leave_on_the_day_of_the_meeting_may_be_left_out(int from, int until, bool may)
    {
        var service = new CadreService([], [new(new(2026, 3, from), new(2026, 3, until))]);
        var verdict = Draw().With("c-042", service).When(Freezing with { Candidates = ["c-003", "c-017"], Excluded = [new("c-042", ExclusionGround.Leave)] });
        if (may) verdict.ThenAccepted();
        else verdict.ThenRefused(DrawRefusals.NoGround, "c-042");
    }

    [Fact]
    public void For_seats_of_a_group_exactly_those_who_signed_up_are_candidates_and_as_many_win_as_there_are_seats()
    {
        var freezing = Freezing with { Candidates = ["p-1", "p-2", "p-3"] };
        DrawOfGroup.When(freezing).ThenAccepted().View.Terms.Should().Be(Terms with { Candidates = ["p-1", "p-2", "p-3"] });
        DrawOfGroup.When(freezing with { Candidates = ["p-1", "p-3"] }).ThenRefused(DrawRefusals.CandidateMissing, "p-2");
        DrawOfGroup.When(freezing with { Candidates = ["p-1", "p-2", "p-3", "p-9"] }).ThenRefused(DrawRefusals.NoCandidate, "p-9");
        DrawOfGroup.When(freezing with { Candidates = ["p-1", "p-3"], Excluded = [new("p-2", ExclusionGround.Leave)] }).ThenRefused(DrawRefusals.NoGround, "p-2");
        Draw("hearing.2026-01.shops").With(new HearingDrawing([new("shops", 1, ["p-9"], [])])).When(freezing with { Candidates = ["p-9"] }).ThenRefused(DrawRefusals.NotNeeded, 1, 1);
    }
}
