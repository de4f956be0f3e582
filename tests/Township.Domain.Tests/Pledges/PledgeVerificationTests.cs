using Township.Cadres;
using static Township.Huimin;
using static Township.Pledges.PledgeCommand;
using static Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeScenes;

namespace Township.Pledges;

/// <summary>P5: supervisors observe through the month, the town verifies 核实; never one's own or a relative's; corrections by reversal.</summary>
public sealed class PledgeVerificationTests
{
    static readonly Observe Observation = new("堤坝已巡查两次", Day(3, 9));

    [Fact]
    public void P5_A_supervisor_observes_during_the_month()
    {
        var huimin = Pledged().By(Supervisor).Pledge(Observation).Then(new Observed("s-1", Day(3, 9), "堤坝已巡查两次"));
        huimin.Pledge(Observation with { ObservedOn = Day(3, 10) }).ThenRefused(CommonRefusals.InFuture, "2026-03-10", "2026-03-09");
        huimin.Pledge(Observation with { ObservedOn = Day(2, 28) }).ThenRefused(PledgeRefusals.NotInMonth, "2026-02-28", new Month(2026, 3));
        huimin.PledgeView().Observations.Should().Equal(new PledgeObservation("s-1", Day(3, 9), "堤坝已巡查两次"));
    }

    [Fact]
    public void P5_Only_supervisors_in_office_observe_and_never_a_relative()
    {
        foreach (var other in (Actor[])[Office, Leader, TheCadre, Stranger]) Pledged().By(other).Pledge(Observation).ThenRefused(CommonRefusals.NotEntitled, Roles.Supervisor);
        Pledged().By(RelatedSupervisor).Pledge(Observation).ThenRefused(PledgeRefusals.OfRelative, "s-2", "c-017");
        Pledged().By(DismissedSupervisor).Pledge(Observation).ThenRefused(PledgeRefusals.NotInOffice, "s-3");
        Pledged().By(Person("c-017", Roles.Supervisor)).Pledge(Observation).ThenRefused(PledgeRefusals.Own);
        Pledged().By(Person("s-404", Roles.Supervisor)).Pledge(Observation).ThenRefused(CommonRefusals.Unknown, "s-404");
        Pledged().By(Person("no id/at all", Roles.Supervisor)).Pledge(Observation).ThenRefused(CommonRefusals.Unknown, "no id/at all");
    }

    [Fact]
    public void P5_A_pledge_with_every_item_done_is_fulfilled_even_before_the_month_ends() =>
        Pledged().By(Supervisor).Pledge(new Verify([.. Findings(true, true).Reverse()]))
            .Then(new Verified(Verdict.Fulfilled, Findings(true, true), "s-1", VerifierCapacity.Supervisor, Day(3, 9)))
            .Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.IsVerified)
            .PledgeView().Verdict().Should().Be(Verdict.Fulfilled);

    [Theory]
    [InlineData("2026-03-31T15:59:59Z", false)]
    [InlineData("2026-03-31T16:00:00Z", true)]
    public void P5_An_item_is_unfulfilled_only_after_the_month_has_ended(string time, bool accepted)
    {
        var step = Pledged().At(time).By(Office).Pledge(Verify(true, false));
        if (accepted) step.Then(new Verified(Verdict.Unfulfilled, Findings(true, false), "c-010", VerifierCapacity.Office, Day(4, 1)));
        else step.ThenRefused(PledgeRefusals.NotOver, "2026-03-31");
    }

    [Fact]
    public void Findings_name_every_item_that_holds_exactly_once()
    {
        var huimin = Pledged().By(Leader).Pledge(Verify(true)).ThenRefused(PledgeRefusals.WrongFindings, 2).Pledge(Verify(true, true, true)).ThenRefused(PledgeRefusals.WrongFindings, 2);
        huimin.Pledge(new Verify([new(1, true, "看"), new(1, true, "看")])).ThenRefused(PledgeRefusals.WrongFindings, 2);
        huimin.By(TheCadre).Pledge(new RequestAmendment([School], "调整")).ThenAccepted()
            .By(Leader).Pledge(Verify(true)).ThenRefused(PledgeRefusals.AmendmentOpen, 1)
            .Pledge(new ApproveAmendment(1)).ThenAccepted()
            .Pledge(Verify(true)).Then(new Verified(Verdict.Fulfilled, Findings(true), "c-003", VerifierCapacity.Leader, Day(3, 9)));
    }

    [Fact]
    public void P5_Nobody_verifies_their_own_pledge()
    {
        foreach (var role in (string[])[Roles.Office, Roles.Leader, Roles.Supervisor]) Pledged().By(Person("c-017", role)).Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.Own);
    }

    [Fact]
    public void P5_Nobody_verifies_a_relatives_pledge_whoever_declared_it()
    {
        Pledged().By(RelatedSupervisor).Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.OfRelative, "s-2", "c-017");
        Pledged().By(RelatedLeader).Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.OfRelative, "c-018", "c-017");
        Pledged().Has(new CadreCommand.DeclareRelative("s-1", "表亲")).By(Supervisor).Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.OfRelative, "s-1", "c-017");
        Pledged().Has(new CadreCommand.DeclareRelative("c-010", "表亲")).By(Office).Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.OfRelative, "c-010", "c-017");
    }

    [Fact]
    public void P5_Only_those_on_record_and_in_office_verify()
    {
        foreach (var other in (Actor[])[TheCadre, Superior, Stranger, Actor.Anonymous])
            Pledged().By(other).Pledge(Verify(true, true)).ThenRefused(CommonRefusals.NotEntitled, "office, leader, supervisor");
        Pledged().By(DismissedSupervisor).Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.NotInOffice, "s-3");
        Pledged().By(Person("s-404", Roles.Supervisor)).Pledge(Verify(true, true)).ThenRefused(CommonRefusals.Unknown, "s-404");
        Pledged().By(Person("c-404", Roles.Office)).Pledge(Verify(true, true)).ThenRefused(CommonRefusals.Unknown, "c-404");
        Pledged().Has(new CadreCommand.Depart(Day(3, 9), "调离"), "c-010").At("2026-03-10 09:00").By(Office)
            .Pledge(Verify(true, true)).ThenRefused(CadreRefusals.Departed, "c-010", "2026-03-09");
    }

    [Fact]
    public void What_is_not_pledged_is_not_verified() =>
        new Huimin().At("2026-03-09 09:00").By(TheCadre).Pledge(Form()).ThenAccepted().By(Leader).Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.NotPledged);

    [Fact]
    public void A_verification_is_corrected_by_reversal_and_done_again()
    {
        var huimin = Unfulfilled().By(Office).Pledge(new ReverseVerification("误")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader)
            .By(Person("c-017", Roles.Leader)).Pledge(new ReverseVerification("误")).ThenRefused(PledgeRefusals.Own)
            .By(Leader).Pledge(new ReverseVerification("证据有误")).Then(new VerificationReversed("证据有误", "c-003"))
            .Pledge(new ReverseVerification("证据有误")).ThenRefused(PledgeRefusals.NotVerified);
        huimin.PledgeView().Should().Match<PledgeView>(v => v.Status == PledgeStatus.Pledged && v.Verification == null);
        huimin.Pledge(Verify(true, true)).Then(new Verified(Verdict.Fulfilled, Findings(true, true), "c-003", VerifierCapacity.Leader, Day(4, 1)));
    }
}
