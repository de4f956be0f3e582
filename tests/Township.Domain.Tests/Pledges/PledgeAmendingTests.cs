using Township.Cadres;
using static Township.Huimin;
using static Township.Pledges.PledgeCommand;
using static Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeScenes;

namespace Township.Pledges;

/// <summary>Amendments after the month started: the original stays, somebody else approves. Transfers.</summary>
public sealed class PledgeAmendingTests
{
    static readonly RequestAmendment Request = new([School], "岗位任务调整");

    static readonly AmendmentRequested Requested = new(1, [School], "岗位任务调整", Day(3, 9), Late: false);

    [Fact]
    public void An_approved_amendment_holds_and_the_original_is_kept()
    {
        var view = Pledged().By(TheCadre).Pledge(Request).Then(Requested)
            .At("2026-03-10 09:00").By(Superior).Pledge(new ApproveAmendment(1)).Then(new AmendmentApproved(1, "c-002", ApproverCapacity.Superior, Day(3, 10)))
            .Pledge(new ApproveAmendment(1)).ThenNothing().PledgeView();
        view.Items.Should().Equal(School);
        view.OriginalItems.Should().Equal(Items);
        view.Amendments.Should().Equal(new PledgeAmendment(
            1, [School], "岗位任务调整", Day(3, 9), false, AmendmentStatus.Approved, "c-002", ApproverCapacity.Superior, Day(3, 10), null));
    }

    [Fact]
    public void A_rejected_amendment_changes_nothing_and_the_next_one_has_the_next_number()
    {
        var huimin = Pledged().By(TheCadre).Pledge(Request).Then(Requested)
            .By(Leader).Pledge(new RejectAmendment(1, "理由不足")).Then(new AmendmentRejected(1, "c-003", ApproverCapacity.Leader, Day(3, 9), "理由不足"))
            .Pledge(new RejectAmendment(1, "理由不足")).ThenRefused(PledgeRefusals.NoSuchAmendment, 1)
            .Pledge(new ApproveAmendment(1)).ThenRefused(PledgeRefusals.NoSuchAmendment, 1)
            .By(TheCadre).Pledge(Request).Then(Requested with { Number = 2 });
        huimin.PledgeView().Items.Should().Equal(Items);
    }

    [Fact]
    public void One_amendment_waits_at_a_time() =>
        Pledged().By(TheCadre).Pledge(Request).Then(Requested).Pledge(Request).ThenRefused(PledgeRefusals.AmendmentOpen, 1)
            .Pledge(new RequestAmendment([Dyke], "另一理由")).ThenRefused(PledgeRefusals.AmendmentOpen, 1)
            .By(Superior).Pledge(new ApproveAmendment(2)).ThenRefused(PledgeRefusals.NoSuchAmendment, 2)
            .Pledge(new RejectAmendment(2, "无")).ThenRefused(PledgeRefusals.NoSuchAmendment, 2);

    [Fact]
    public void Only_the_cadre_asks_and_only_superior_or_leader_decide()
    {
        var huimin = Pledged().By(Superior).Pledge(Request).ThenRefused(PledgeRefusals.NotYours, "c-017").By(TheCadre).Pledge(Request).ThenAccepted();
        foreach (var other in (Actor[])[Office, Supervisor, Stranger, Person("c-001", Roles.Cadre)])
            huimin.By(other).Pledge(new ApproveAmendment(1)).ThenRefused(PledgeRefusals.NotSuperior).Pledge(new RejectAmendment(1, "无")).ThenRefused(PledgeRefusals.NotSuperior);
    }

    [Fact]
    public void Nobody_approves_their_own_amendment_not_even_as_a_leader() =>
        Pledged().By(TheCadre).Pledge(Request).ThenAccepted().By(Person("c-017", Roles.Leader)).Pledge(new ApproveAmendment(1)).ThenRefused(PledgeRefusals.Own);

    [Fact]
    public void The_superior_is_the_one_of_the_day_of_the_decision() =>
        Pledged().By(TheCadre).Pledge(Request).ThenAccepted().Has(new CadreCommand.AssignSuperior("c-019", Day(3, 9)))
            .By(Superior).Pledge(new ApproveAmendment(1)).ThenRefused(PledgeRefusals.NotSuperior)
            .By(Person("c-019")).Pledge(new ApproveAmendment(1)).Then(new AmendmentApproved(1, "c-019", ApproverCapacity.Superior, Day(3, 9)));

    [Fact]
    public void Before_the_month_one_writes_again_and_before_the_pledge_nothing_is_amended()
    {
        new Huimin().At("2026-02-24 09:00").By(Office).Pledge(Statement(Day(2, 24))).ThenAccepted().By(TheCadre).Pledge(Form()).ThenAccepted()
            .Pledge(Request).ThenRefused(PledgeRefusals.WriteAgain);
        new Huimin().At("2026-03-09 09:00").By(TheCadre).Pledge(Form()).ThenAccepted().Pledge(Request).ThenRefused(PledgeRefusals.NotPledged)
            .By(Superior).Pledge(new ApproveAmendment(1)).ThenRefused(PledgeRefusals.NotPledged);
    }

    [Fact]
    public void An_amendment_fits_the_form_and_comes_before_the_month_ends()
    {
        var huimin = Pledged().By(TheCadre).Pledge(new RequestAmendment([Dyke, Road, School, School], "多")).ThenRefused(PledgeRefusals.WrongNumber, 4, 1, 3)
            .Pledge(new RequestAmendment(Items, "一样")).ThenNothing();
        huimin.At("2026-03-31T16:00:00Z").Pledge(Request).ThenRefused(PledgeRefusals.TooLate, "2026-03-31");
    }

    [Fact]
    public void A_transfer_keeps_the_pledge_and_sets_a_day_for_the_new_posts_items()
    {
        var huimin = Pledged().By(Office).Pledge(new RecordTransfer()).ThenRefused(PledgeRefusals.NoTransfer, new Month(2026, 3))
            .Has(new CadreCommand.Transfer("p-2", "c-002", Day(3, 9), "轮岗"));
        huimin.Pledge(new RecordTransfer()).Then(new Transferred(Day(3, 9), "p-2", new(Day(3, 16), "cn-2026.1", false))).Pledge(new RecordTransfer()).ThenNothing();
        huimin.PledgeView().Should().Match<PledgeView>(v => v.Status == PledgeStatus.Pledged && v.PostChanges.Count == 1);
        huimin.At("2026-03-16 09:00").By(TheCadre).Pledge(Request).Then(Requested with { RequestedOn = Day(3, 16) });
    }

    [Fact]
    public void The_first_amendment_for_a_new_post_is_late_after_its_day_and_the_second_is_not()
    {
        var huimin = Pledged().Has(new CadreCommand.Transfer("p-2", "c-002", Day(3, 9), "轮岗")).By(Office).Pledge(new RecordTransfer()).ThenAccepted();
        huimin.At("2026-03-17 09:00").By(TheCadre).Pledge(Request).Then(Requested with { RequestedOn = Day(3, 17), Late = true })
            .By(Superior).Pledge(new RejectAmendment(1, "不具体")).ThenAccepted()
            .By(TheCadre).Pledge(Request).Then(Requested with { Number = 2, RequestedOn = Day(3, 17) });
    }

    [Fact]
    public void Who_changes_post_in_the_last_days_can_amend_after_the_month_and_every_change_is_noted_once()
    {
        var huimin = Pledged().Has(new CadreCommand.Transfer("p-2", "c-002", Day(3, 9), "轮岗"))
            .At("2026-03-31 09:00").Has(new CadreCommand.Transfer("p-3", "c-002", Day(3, 31), "再轮岗")).By(Office);
        huimin.Pledge(new RecordTransfer()).Then(new Transferred(Day(3, 9), "p-2", new(Day(3, 16), "cn-2026.1", false)));
        huimin.Pledge(new RecordTransfer()).Then(new Transferred(Day(3, 31), "p-3", new(Day(4, 8), "cn-2026.1", false)));
        huimin.At("2026-04-08 09:00").By(TheCadre).Pledge(Request).Then(Requested with { RequestedOn = Day(4, 8) });
    }

    [Fact]
    public void A_transfer_before_the_pledge_needs_no_amendment() =>
        new Huimin().At("2026-03-09 09:00").Has(new CadreCommand.Transfer("p-2", "c-002", Day(3, 9), "轮岗")).By(Office)
            .Pledge(new RecordTransfer()).ThenRefused(PledgeRefusals.NotPledged)
            .By(Leader).Pledge(new RecordTransfer()).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
}
